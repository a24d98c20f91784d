import { printable, toAscii } from "./text_width.ts";
import type { Actor, Wait } from "./turns.ts";

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
 * Names an actor in one line.
 *
 * In ASCII a task whose name has other characters goes by its number: question
 * marks would not tell it from the next.
 *
 * @param actor who is named
 * @param ascii whether only ASCII will do
 * @returns the name
 */
export function nameOf({ kind, id, name }: Actor, ascii: boolean): string {
  return kind === "task" ? taskName(id, name, ascii) : inAscii(name, ascii);
}

/**
 * Names what somebody waits for, in a word or two.
 *
 * @param wait what they wait for
 * @param ascii whether only ASCII will do
 * @returns the name; empty for a task that only gave way
 */
export function waitedFor(wait: Wait, ascii = false): string {
  switch (wait.kind) {
    case "pass":
      return "";
    case "sleep":
    case "timer":
      return wait.kind;
    case "future":
      return inAscii(wait.label || "future", ascii);
    case "task":
      return taskName(wait.task, wait.name, ascii);
  }
}

function taskName(id: number, name: string, ascii: boolean): string {
  const whole = printable(name);
  return ascii && toAscii(whole) !== whole ? `Task-${id}` : whole;
}

function inAscii(text: string, ascii: boolean): string {
  return ascii ? toAscii(printable(text)) : printable(text);
}
