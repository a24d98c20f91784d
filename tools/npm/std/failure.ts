/**
 * How a failed assertion says what it found.
 *
 * @module
 */
import { styleText } from "node:util";
import { diffArrays } from "npm:diff@9.0.0";

/** Thrown by every assertion of this folder when it does not hold. */
export class AssertionError extends Error {
  /**
   * @param message What was expected and what was found.
   * @param options The `cause`, when another error led to this one.
   */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

/**
 * Throws an {@linkcode AssertionError}.
 *
 * @param what What does not hold, without a full stop.
 * @param note The caller's own words, or nothing.
 * @param details Lines to print below the first.
 */
export function failWith(what: string, note = "", details = ""): never {
  const first = note ? `${what}: ${note}` : `${what}.`;
  throw new AssertionError(details ? `${first}\n${details}` : first);
}

/** A value as text: all of it, keys sorted, one entry a line. */
export function format(value: unknown): string {
  return Deno.inspect(value, {
    depth: Infinity,
    sorted: true,
    trailingComma: true,
    compact: false,
    iterableLimit: Infinity,
    strAbbreviateSize: Infinity,
    getters: true,
  });
}

/** Both values as text, the lines only one of them has marked `-` and `+`. */
export function difference(actual: unknown, expected: unknown): string {
  const lines = diffArrays(
    printed(actual).split("\n"),
    printed(expected).split("\n"),
  ).flatMap(({ value, removed, added }) =>
    value.map((line) =>
      removed
        ? painted("red", `-   ${line}`)
        : added
        ? painted("green", `+   ${line}`)
        : `    ${line}`
    )
  );
  const [was, should] = [
    painted("red", "Actual"),
    painted("green", "Expected"),
  ];
  return ["", `    [Diff] ${was} / ${should}`, "", ...lines, ""].join("\n");
}

function painted(color: "red" | "green", text: string): string {
  return Deno.noColor
    ? text
    : styleText(color, text, { validateStream: false });
}

// Text with several lines is easier to compare as those lines.
function printed(value: unknown): string {
  return typeof value === "string" && value.includes("\n")
    ? value
    : format(value);
}
