const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/**
 * Makes text safe inside HTML and inside a quoted attribute.
 *
 * @param text any text
 * @returns the same text with `&`, `<`, `>` and `"` as entities
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
