/**
 * A buffer with one place, and one line in which producers and consumers wait
 * together. The one who is woken may be of the wrong kind: it goes back to
 * waiting, and the wake-up is lost.
 *
 * The classic of condition variables. It needs completions that arrive
 * together. The mend: wake everybody, and let each look again.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

/** Two producers and two consumers on a buffer with one place. */
async function program(
  { io }: World,
  wake: (line: (() => void)[]) => void,
): Promise<void> {
  const buffer: number[] = [];
  const line: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => line.push(resolve));

  async function put(item: number): Promise<void> {
    await io(`put ${item}`);
    while (buffer.length >= 1) await wait();
    buffer.push(item);
    wake(line);
  }

  async function get(number: number): Promise<void> {
    await io(`get ${number}`);
    while (buffer.length === 0) await wait();
    buffer.shift();
    wake(line);
  }

  await Promise.all([put(1), put(2), get(1), get(2)]);
}

/** Wakes the first in line, whatever it waits for. */
export function broken(world: World): Promise<void> {
  return program(world, (line) => line.shift()?.());
}

/** Wakes everybody. */
export function mended(world: World): Promise<void> {
  return program(world, (line) => {
    for (const wake of line.splice(0)) wake();
  });
}
