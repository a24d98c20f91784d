/**
 * What to say when a run can never go on: who waits for what, since when, where.
 *
 * @module
 */

import { DeadlockError } from "../../tasks/exceptions.ts";
import { drawCircle, findCircle } from "./circle_of_waits.ts";
import type { CoroutineBody, WaitingTask } from "./coroutine_body.ts";
import { RejectionLeak } from "./leaks.ts";
import { errorAt, isLibrary, originOf } from "../host/origins.ts";
import type { PendingWait, PromiseWatch } from "./promise_watch.ts";
import type { RejectionWatch } from "./unhandled.ts";
import type { VirtualHost } from "./virtual_host.ts";

/** So many waits are written out. */
const MOST_SHOWN = 10;

/** What is known of a run that stands still. */
export interface Standstill {
  /** Its clock. */
  readonly host: VirtualHost;
  /** Its promises. */
  readonly promises: PromiseWatch | null;
  /** Its tasks. */
  readonly coroutines: CoroutineBody;
  /** Its unhandled rejections: what failed unseen may be what is waited for. */
  readonly rejections: RejectionWatch | null;
}

/** The error of a run that can never go on. */
export function deadlockError(standstill: Standstill): DeadlockError {
  const { host, promises, coroutines, rejections } = standstill;
  const waits = waitsOf(standstill);
  const lines = [
    `Body waits for what can never happen: at ${host.now()} ms nothing is ready, no timer is set and no I/O is in flight`,
    ...waits.length > 0
      ? waits
      : ["  the promise that the body returned is not settled"],
  ];
  if (promises?.complete === false) {
    lines.push("  (only the first 10,000 promises of the run were looked at)");
  }
  const reasons = rejections?.reasons() ?? [];
  for (const reason of reasons.slice(0, MOST_SHOWN)) {
    const { label, origin } = new RejectionLeak(reason);
    lines.push(`  ${label}`, ...indented(origin, ""));
  }
  const [first] = promises?.waits() ?? [];
  return errorAt(
    first === undefined
      ? coroutines.waiting()[0]?.origin
      : originOf(first.made),
    () => {
      const error = new DeadlockError(lines.join("\n"));
      if (reasons.length === 1) error.cause = reasons[0];
      return error;
    },
  );
}

/**
 * Who waits for what in a run that stands still.
 *
 * @param standstill what is known of it
 * @returns lines of text, none when nothing is known
 */
export function waitsOf({ promises, coroutines }: Standstill): string[] {
  const lines: string[] = [];
  const tasks = coroutines.waiting();
  const circle = findCircle(
    tasks.map(({ name, holder }) => ({ waiter: name, holder })),
  );
  const around = drawCircle(circle);
  if (around !== null) lines.push(`  ${around}`);
  for (const task of tasks.slice(0, MOST_SHOWN)) lines.push(...taskLines(task));
  const waits = promises?.waits() ?? [];
  for (const wait of waits.slice(0, MOST_SHOWN)) lines.push(...waitLines(wait));
  const more = tasks.length + waits.length - 2 * MOST_SHOWN;
  if (more > 0) lines.push(`  and ${more} more`);
  return lines;
}

function taskLines({ name, waits, place, origin }: WaitingTask): string[] {
  return [
    `  ${name} ${waits}`,
    ...indented(place === null ? [] : [`at ${place}`], "waits "),
    ...indented(origin, "made "),
  ];
}

function waitLines({ made, awaited, since }: PendingWait): string[] {
  const place = originOf(awaited);
  // What the body returns is awaited by the kit itself.
  const byBody = place.length === 0 || isAwaitedByKit(awaited);
  return [
    `  since ${since} ms ${
      byBody ? "the body" : "somebody"
    } waits for a promise that nobody settles`,
    ...byBody ? [] : indented(place, "awaited "),
    ...indented(originOf(made), "made "),
  ];
}

/** Whether the innermost line below the engine's hook is the library's own. */
function isAwaitedByKit({ stack = "" }: Error): boolean {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const awaiting = frames.find((line) =>
    !/\b(made|init) \(|\((ext|node):/.test(line)
  );
  return awaiting === undefined || isLibrary(awaiting);
}

/** The innermost line with a word before it, the others below. */
function indented(origin: readonly string[], word: string): string[] {
  return origin.map((line, index) =>
    `      ${index === 0 ? word : " ".repeat(word.length)}${line}`
  );
}
