/**
 * Puts the reader's choices on the page before it is painted: light or dark, and
 * which of the tabs is shown. Runs in the head, so it is this and nothing more.
 *
 * @module
 */

try {
  const theme = localStorage.getItem("loopbook:theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset["theme"] = theme;
  }
  const tab = localStorage.getItem("loopbook:tab");
  if (tab !== null) pickAsParsed(tab);
} catch {
  // Storage is closed to this page: the defaults hold.
}

/** Picks a tab in each group as the parser comes to it. */
function pickAsParsed(name: string): void {
  const pick = () => {
    for (
      const radio of document.querySelectorAll<HTMLInputElement>(
        ".tab-bar input:not(:checked)",
      )
    ) {
      if (radio.value === name) radio.checked = true;
    }
  };
  const observer = new MutationObserver(pick);
  observer.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    pick();
  });
}
