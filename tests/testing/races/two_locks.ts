/**
 * Two mutexes, taken in two orders: each task holds one and waits for the
 * other. The classic deadlock. The mend: everybody takes them in one order.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

type Release = () => void;

/** A mutex made of a chain of promises; gives what releases it. */
function mutex(): () => Promise<Release> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };
}

/** Each works with both locks held, taking them in its own order. */
async function program(
  { io }: World,
  orders: readonly (readonly [0 | 1, 0 | 1])[],
): Promise<void> {
  const locks = [mutex(), mutex()] as const;
  await Promise.all(orders.map(async ([first, second], index) => {
    await io(`start ${index}`);
    const releaseFirst = await locks[first]();
    await io(`between ${index}`);
    const releaseSecond = await locks[second]();
    releaseSecond();
    releaseFirst();
  }));
}

/** One takes A, then B; the other B, then A. */
export function broken(world: World): Promise<void> {
  return program(world, [[0, 1], [1, 0]]);
}

/** Both take A, then B. */
export function mended(world: World): Promise<void> {
  return program(world, [[0, 1], [0, 1]]);
}
