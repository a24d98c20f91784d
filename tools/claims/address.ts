/**
 * The id under which a claim stands on the page of all claims.
 *
 * @param id the claim's id: `3.g`
 * @returns what follows the `#`: `claim-3-g`
 */
export function idOf(id: string): string {
  return `claim-${id.replaceAll(".", "-")}`;
}
