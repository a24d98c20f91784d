import { remember } from "./memory.ts";

/**
 * Keeps the reader's choice of tab: in this page, and from page to page, where
 * the script in the head takes it up.
 */
export function rememberTabs(): void {
  const groups = [...document.querySelectorAll<HTMLElement>(".tabs")];
  const pick = (name: string) => {
    for (const radio of radios(groups)) {
      if (radio.value === name) radio.checked = true;
    }
  };
  for (const group of groups) {
    group.addEventListener("change", (event) => {
      const radio = event.target as HTMLInputElement;
      const before = group.getBoundingClientRect().top;
      pick(radio.value);
      // Other groups above may have grown: keep this one where it was.
      scrollBy({
        top: group.getBoundingClientRect().top - before,
        behavior: "instant",
      });
      remember("tab", radio.value);
    });
  }
}

function radios(groups: readonly HTMLElement[]): HTMLInputElement[] {
  return groups.flatMap((group) => [
    ...group.querySelectorAll<HTMLInputElement>(".tab-bar input"),
  ]);
}
