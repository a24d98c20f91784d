/**
 * What to say when a run can never go on: who waits for what, since when, where.
 *
 * @module
 */

import { DeadlockError } from "../tasks/exceptions.ts";
import type { CoroutineBody } from "./coroutine_body.ts";
import { errorAt, originOf } from "./origins.ts";
import type { PendingWait, PromiseWatch } from "./promise_watch.ts";
import type { VirtualHost } from "./virtual_host.ts";

/** So many waits are written out. */
const MOST_SHOWN = 10;

/** The error of a run that can never go on. */
export function deadlockError(
  host: VirtualHost,
  promises: PromiseWatch | null,
  coroutines: CoroutineBody,
): DeadlockError {
  const lines = [
    `Body waits for what can never happen: at ${host.now()} ms nothing is ready, no timer is set and no I/O is in flight`,
  ];
  const tasks = coroutines.waiting();
  for (const { name, waits, origin } of tasks.slice(0, MOST_SHOWN)) {
    lines.push(`  ${name} ${waits}`, ...indented(origin, "made "));
  }
  const waits = promises?.waits() ?? [];
  for (const wait of waits.slice(0, MOST_SHOWN)) lines.push(...waitLines(wait));
  const more = tasks.length + waits.length - 2 * MOST_SHOWN;
  if (more > 0) lines.push(`  and ${more} more`);
  if (tasks.length + waits.length === 0) {
    lines.push("  the promise that the body returned is not settled");
  }
  if (promises?.complete === false) {
    lines.push("  (only the first 10,000 promises of the run were looked at)");
  }
  const [first] = waits;
  return errorAt(
    first === undefined ? tasks[0]?.origin : originOf(first.awaited),
    () => new DeadlockError(lines.join("\n")),
  );
}

function waitLines({ made, awaited, since }: PendingWait): string[] {
  return [
    `  since ${since} ms somebody waits for a promise that nobody settles`,
    ...indented(originOf(awaited), "awaited "),
    ...indented(originOf(made), "made "),
  ];
}

/** The innermost line with a word before it, the others below. */
function indented(origin: readonly string[], word: string): string[] {
  return origin.map((line, index) =>
    `      ${index === 0 ? word : " ".repeat(word.length)}${line}`
  );
}
