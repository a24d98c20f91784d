/**
 * A semaphore hands its permit to the first in line, also when that one was
 * cancelled in the meantime. The permit is gone, and who stands behind waits
 * for ever.
 *
 * Reported for asyncio (python/asyncio#270). The mend passes over waiters that
 * have left.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

interface Waiter {
  wake(): void;
  left: boolean;
}

/** A semaphore with no free permit, and one that will be released. */
class Semaphore {
  free = 0;
  readonly line: Waiter[] = [];

  /** Waits for a permit; `cancel` makes it throw. */
  acquire(cancel?: Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.free > 0) {
        this.free--;
        resolve();
        return;
      }
      const waiter: Waiter = { wake: resolve, left: false };
      this.line.push(waiter);
      cancel?.then(() => {
        if (waiter.left) return;
        waiter.left = true;
        reject(new Error("cancelled"));
      });
    });
  }

  /** Gives a permit back: to the first in line, whoever that is. */
  release(): void {
    const first = this.line.shift();
    if (first) first.wake();
    else this.free++;
  }
}

/** The same, but whoever has left is passed over. */
class FairSemaphore extends Semaphore {
  override release(): void {
    const first = this.line.shift();
    if (first === undefined) this.free++;
    else if (first.left) this.release();
    else {
      // From here on it is too late to cancel.
      first.left = true;
      first.wake();
    }
  }
}

/** Two wait; the first may be cancelled before or after the release. */
async function program({ io }: World, semaphore: Semaphore): Promise<void> {
  const first = semaphore.acquire(io("cancel first")).then(
    async () => {
      await io("first works");
      semaphore.release();
    },
    () => {},
  );
  const second = semaphore.acquire();
  const released = io("release").then(() => semaphore.release());
  await Promise.all([first, second, released]);
}

/** With the permit handed to whoever stands first. */
export function broken(world: World): Promise<void> {
  return program(world, new Semaphore());
}

/** With those passed over who have left. */
export function mended(world: World): Promise<void> {
  return program(world, new FairSemaphore());
}
