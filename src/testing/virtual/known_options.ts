/**
 * Options that are misspelled do nothing, and nobody notices: so they are refused,
 * and so are values that would be taken for something else, as `"no"` for true.
 *
 * @module
 */

import { describe } from "../../tasks/coroutine.ts";

/**
 * Checks that there are all the options that somebody gives.
 *
 * @param where the function that takes them, for the message
 * @param options what the caller said
 * @param names the options that there are
 * @param others options that mean something elsewhere, and nothing here
 * @throws {TypeError} when there is no such option, or these are no options
 */
export function checkOptions(
  where: string,
  options: unknown,
  names: readonly string[],
  others: readonly string[] = [],
): void {
  if (
    typeof options !== "object" || options === null || Array.isArray(options)
  ) {
    throw new TypeError(
      `${where}() takes its options as an object such as { ${
        names[0]
      }: … }, not ${describe(options)}`,
    );
  }
  for (const name of Object.keys(options)) {
    if (names.includes(name) || others.includes(name)) continue;
    const near = nearest(name, names);
    throw new TypeError(
      `${where}() has no option ${name}; ${
        near === null
          ? `there are ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
          : `did you mean ${near}?`
      }`,
    );
  }
}

/**
 * Checks an option that is on or off.
 *
 * @param name the option's, for the message
 * @param value what the caller said
 * @returns the value
 * @throws {TypeError} for anything that is not a boolean
 */
export function trueOrFalse(name: string, value: boolean): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError(`${name} must be true or false, not ${describe(value)}`);
}

/** The name that somebody may have meant, `null` when none is like it. */
function nearest(name: string, names: readonly string[]): string | null {
  let near: string | null = null;
  // With more than a third of the letters wrong, it may be any word.
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const each of names) {
    const far = distance(name.toLowerCase(), each.toLowerCase());
    if (far >= least) continue;
    near = each;
    least = far;
  }
  return near;
}

/** How many letters must be added, taken out or changed (Levenshtein 1965). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (let place = 1; place <= from.length; place++) {
    const above = row;
    row = [place];
    for (let other = 1; other <= to.length; other++) {
      const change = from[place - 1] === to[other - 1] ? 0 : 1;
      row.push(Math.min(
        row[other - 1]! + 1,
        above[other]! + 1,
        above[other - 1]! + change,
      ));
    }
  }
  return row[to.length]!;
}
