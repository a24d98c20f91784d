/**
 * Native code that hangs: its stacks are looked at, so it stands in a file of
 * its own.
 *
 * @module
 */

import type { World } from "../../mod.ts";

/** A mutex that is never released by anybody who waits for another one. */
class Mutex {
  #last = Promise.resolve();

  async lock(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }
}

/** Two transfers that take two mutexes in two orders. */
export async function twoLocks({ io }: World): Promise<void> {
  const [a, b] = [new Mutex(), new Mutex()];
  const lock = (mutex: Mutex) => mutex.lock();

  async function transfer(from: Mutex, to: Mutex): Promise<void> {
    await io("start");
    const releaseFrom = await lock(from);
    await io("between");
    const releaseTo = await lock(to);
    releaseTo();
    releaseFrom();
  }

  await Promise.all([transfer(a, b), transfer(b, a)]);
}
