/**
 * Puts the reader's choice of light or dark on the page before it is painted.
 * Runs in the head, so it is this and nothing more.
 *
 * @module
 */

try {
  const choice = localStorage.getItem("loopbook:theme");
  if (choice === "light" || choice === "dark") {
    document.documentElement.dataset["theme"] = choice;
  }
} catch {
  // Storage is closed to this page: the system's preference holds.
}
