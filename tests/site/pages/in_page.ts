/**
 * What the rules use inside a page. These functions are sent there as text, so
 * they stand alone.
 *
 * @module
 */

declare global {
  /** Names an element for a person: `main > figure.code#first "text…"`. */
  var nameOf: (element: Element) => string;
}

/** Gives the page `nameOf`. */
export function installNameOf(): void {
  globalThis.nameOf = (element) => {
    const step = (one: Element) =>
      one.localName + (one.id ? `#${one.id}` : "") +
      [...one.classList].map((name) => `.${name}`).join("");
    const path: string[] = [];
    for (
      let one: Element | null = element;
      one && one.localName !== "body" && path.length < 4;
      one = one.parentElement
    ) {
      path.unshift(step(one));
      if (one.id) break;
    }
    const text = (element.textContent ?? "").trim().replace(/\s+/g, " ");
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return `${path.join(" > ")}${shown ? ` "${shown}"` : ""}`;
  };
}
