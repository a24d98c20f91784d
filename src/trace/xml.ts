/** Attributes of an element; those that are `null` are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/**
 * Writes one element.
 *
 * @param name the element's name
 * @param attributes their values are escaped here, numbers rounded
 * @param children XML, already written
 * @returns the element as XML
 */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(attributeText(value))}"`]
  ).join("");
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join("")}</${name}>`;
}

/**
 * Escapes text for XML, and takes out what XML can't hold at all.
 *
 * @param text any text
 * @returns text that can stand in an element or between double quotes
 */
export function escaped(text: string): string {
  return text.toWellFormed()
    .replace(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Two decimals: more than a screen can show. */
function attributeText(value: string | number): string {
  return typeof value === "number" ? String(rounded(value)) : value;
}

/**
 * Rounds a coordinate.
 *
 * @param value pixels
 * @returns the same with at most two decimals
 */
export function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}
