/** Gives each piece of code a button that copies it as plain text. */
export function offerCopying(): void {
  if (!navigator.clipboard) return;
  for (const figure of document.querySelectorAll("figure.code:not(.output)")) {
    const code = figure.querySelector("code");
    if (!code) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(`${code.textContent}\n`);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed";
      }
      setTimeout(() => button.textContent = "Copy", 1500);
    });
    const caption = figure.querySelector("figcaption");
    if (caption) caption.append(button);
    else figure.append(button);
  }
}
