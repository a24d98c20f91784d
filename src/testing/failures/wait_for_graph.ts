/**
 * Who waits for whom when nobody can go on.
 *
 * Deadlocks are circles: Ann holds the fork that Bob waits for, and waits for
 * the one that Bob holds. Where waits are known, the circle is drawn first, and
 * what hangs on it after.
 *
 * @module
 */

import type { WaitEdge } from "../runs/run_outcome.ts";
import { drawCircle, findCircle } from "../virtual/circle_of_waits.ts";

/**
 * Draws the waits.
 *
 * @param waits who waits for what
 * @returns lines of text; none when nobody waits
 */
export function drawWaits(waits: readonly WaitEdge[]): string[] {
  const circle = findCircle(waits);
  const around = drawCircle(circle);
  const lines = around === null ? [] : [around];
  const first = new Set(circle);
  for (const wait of [...circle, ...waits.filter((it) => !first.has(it))]) {
    lines.push(...drawWait(wait));
  }
  return lines;
}

function drawWait({ waiter, target, holder, origin }: WaitEdge): string[] {
  const held = holder === null || target.includes(holder)
    ? ""
    : `, held by ${holder}`;
  const line = `${waiter} ──▶ ${target}${held}`;
  return origin === null ? [line] : [line, `    since ${origin}`];
}
