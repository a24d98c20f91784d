/**
 * Deadlocks are circles: Ann holds the fork that Bob waits for, and waits for the
 * one that Bob holds.
 *
 * @module
 */

/** Somebody who waits, by name. */
export interface Waiter {
  /** Who waits. */
  readonly waiter: string;
  /** Who could end the wait, `null` when that is not known. */
  readonly holder: string | null;
}

/**
 * Finds waits that form a circle.
 *
 * @param waits who waits for whom
 * @returns those of the first circle, in its order; empty when there is none
 */
export function findCircle<W extends Waiter>(waits: readonly W[]): W[] {
  const byWaiter = new Map(waits.map((wait) => [wait.waiter, wait]));
  for (const start of waits) {
    const path: W[] = [];
    let here: W | undefined = start;
    while (here !== undefined && !path.includes(here)) {
      path.push(here);
      here = here.holder === null ? undefined : byWaiter.get(here.holder);
    }
    if (here !== undefined) return path.slice(path.indexOf(here));
  }
  return [];
}

/**
 * Says who stands in a circle.
 *
 * @param circle as {@linkcode findCircle} gives it
 * @returns a line of text, `null` when it is empty
 */
export function drawCircle(circle: readonly Waiter[]): string | null {
  const [first] = circle;
  if (first === undefined) return null;
  const names = [...circle, first].map(({ waiter }) => waiter);
  return `In a circle: ${names.join(" → ")}`;
}
