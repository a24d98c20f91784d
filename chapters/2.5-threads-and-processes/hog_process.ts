// #region hog
console.log("begun");
for (;;);
// #endregion
