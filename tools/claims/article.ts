/**
 * How many statements the article makes, section by section.
 *
 * This list stands apart from the ledger, so that a claim that is taken out of
 * the ledger is missed.
 */
export const STATEMENTS: Readonly<Record<string, number>> = {
  "1": 3,
  "2": 1,
  "2.1": 3,
  "2.2": 2,
  "2.3": 3,
  "2.4": 2,
  "2.5": 4,
  "3": 9,
  "4": 4,
  "5": 7,
  "6.1": 1,
  "6.2": 1,
  "6.3": 1,
  "6.4": 4,
  "7": 1,
};

/**
 * The ids of all statements, in the order of the article.
 *
 * @param statements how many there are in each section
 * @returns ids such as `3.g`
 */
export function idsOf(
  statements: Readonly<Record<string, number>> = STATEMENTS,
): string[] {
  const first = "a".charCodeAt(0);
  return Object.entries(statements)
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .flatMap(([section, count]) =>
      Array.from(
        { length: count },
        (_, index) => `${section}.${String.fromCharCode(first + index)}`,
      )
    );
}

/** The section of the article that a claim is from: of `3.g` it is `3`. */
export function sectionOf(id: string): string {
  return id.slice(0, id.lastIndexOf("."));
}
