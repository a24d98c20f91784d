import type { TraceWait } from "../loop/trace_event.ts";

/**
 * Writes a count so that it can be read: `12,345`.
 *
 * @param count a whole number
 * @returns its digits in groups of three
 */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * Writes a list as in a sentence: `a, b and c`. A long one is cut.
 *
 * @param items what to list
 * @param most how many to name at most
 * @returns the list; empty for no items
 */
export function listed(items: readonly string[], most = Infinity): string {
  const named = items.length > most
    ? [...items.slice(0, most), `${withCommas(items.length - most)} more`]
    : items;
  const last = named.at(-1) ?? "";
  const before = named.slice(0, -1).join(", ");
  return before === "" ? last : `${before} and ${last}`;
}

/**
 * Names what a task waits for, in a word or two.
 *
 * @param wait what it waits for
 * @returns the name; empty for a task that only gave way
 */
export function waitedFor(wait: TraceWait): string {
  switch (wait.kind) {
    case "pass":
      return "";
    case "sleep":
      return "sleep";
    case "future":
      return wait.label || "future";
    case "task":
      return wait.name;
  }
}
