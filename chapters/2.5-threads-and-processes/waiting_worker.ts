// #region worker
self.onmessage = ({ data: bell }: MessageEvent<Int32Array>) => {
  self.postMessage("I wait, and my thread stands still");
  Atomics.wait(bell, 0, 0); // a call that returns when the bell rings
  self.postMessage("I go on");
};
// #endregion
