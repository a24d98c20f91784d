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

/**
 * Draws the waits.
 *
 * @param waits who waits for what
 * @returns lines of text; none when nobody waits
 */
export function drawWaits(waits: readonly WaitEdge[]): string[] {
  const lines: string[] = [];
  const circle = findCircle(waits);
  if (circle.length > 0) {
    const names = [...circle, circle[0]!].map(({ waiter }) => waiter);
    lines.push(`In a circle: ${names.join(" → ")}`);
  }
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

/** The waits that form a circle, in its order; empty when there is none. */
function findCircle(waits: readonly WaitEdge[]): WaitEdge[] {
  const byWaiter = new Map(waits.map((wait) => [wait.waiter, wait]));
  for (const start of waits) {
    const path: WaitEdge[] = [];
    let here: WaitEdge | undefined = start;
    while (here !== undefined && !path.includes(here)) {
      path.push(here);
      here = here.holder === null ? undefined : byWaiter.get(here.holder);
    }
    if (here !== undefined) return path.slice(path.indexOf(here));
  }
  return [];
}
