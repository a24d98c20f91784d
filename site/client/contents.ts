/** Marks the section that is being read in the table of contents. */
export function followContents(): void {
  const contents = document.querySelector(".contents");
  if (!contents) return;
  const links = new Map(
    [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")]
      .map((link): [string, HTMLAnchorElement] => [link.hash.slice(1), link]),
  );
  const headings = [...links.keys()]
    .map((id) => document.getElementById(id))
    .filter((heading) => heading !== null);

  let marked: HTMLAnchorElement | undefined;
  const mark = () => {
    const line = innerHeight * 0.3;
    // A heading that is not shown now has no place.
    const passed = headings.filter((heading) =>
      heading.checkVisibility() && heading.getBoundingClientRect().top < line
    );
    const current = links.get(passed.at(-1)?.id ?? "");
    if (current === marked) return;
    marked?.removeAttribute("aria-current");
    current?.setAttribute("aria-current", "true");
    marked = current;
    if (current) bringIntoView(current, contents);
  };

  let asked = false;
  addEventListener("scroll", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      mark();
    });
  }, { passive: true });
  mark();
}

/** Scrolls the contents alone, never the page. */
function bringIntoView(link: Element, contents: Element): void {
  const { top, bottom } = link.getBoundingClientRect();
  const box = contents.getBoundingClientRect();
  if (top < box.top) contents.scrollTop += top - box.top;
  else if (bottom > box.bottom) contents.scrollTop += bottom - box.bottom;
}
