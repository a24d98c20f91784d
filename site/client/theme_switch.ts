import { remember } from "./memory.ts";

/** Shows the switch between light and dark, and makes it work. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-switch");
  if (!button) return;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () =>
    root.dataset["theme"] ? root.dataset["theme"] === "dark" : system.matches;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset["theme"] = theme;
    remember("theme", theme);
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}
