/** Turns to the chapter before or after with the arrow keys. */
export function turnPages(): void {
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.defaultPrevented || usesArrows(event.target)) return;
    const rel = event.key === "ArrowLeft"
      ? "prev"
      : event.key === "ArrowRight"
      ? "next"
      : undefined;
    if (rel === undefined) return;
    const link = document.querySelector<HTMLAnchorElement>(
      `.turn a[rel="${rel}"]`,
    );
    if (link) location.assign(link.href);
  });
}

/** Fields use the arrows themselves, and so does a box that can scroll. */
function usesArrows(target: EventTarget | null): boolean {
  return target instanceof Element &&
    target.closest(
        "input, select, textarea, [contenteditable], [tabindex='0']",
      ) !==
      null;
}
