/**
 * async-mutex: `waitForUnlock` gives way although the mutex is locked again.
 *
 * Version 0.3.2 has the bug, 0.4.0 the mend (DirtyHairy/async-mutex#52).
 * Where nobody stands in line, or the watcher comes late, all is well, so a
 * test with timeouts passes for years.
 *
 * @module
 */

import { Mutex as Broken } from "npm:async-mutex@0.3.2";
import { Mutex as Mended } from "npm:async-mutex@0.4.0";
import type { World } from "../../../mod.ts";

interface Mutex {
  runExclusive(work: () => Promise<unknown>): Promise<unknown>;
  waitForUnlock(): Promise<void>;
  isLocked(): boolean;
}

/** Two tasks take turns; a third wants to know when the mutex is free. */
async function program({ io, check }: World, mutex: Mutex): Promise<void> {
  const write = io(async () => {}, { label: "write" });
  async function watch(): Promise<void> {
    await io("somebody asks");
    await mutex.waitForUnlock();
    check(!mutex.isLocked(), "the mutex is locked after waitForUnlock");
  }
  await Promise.all([
    mutex.runExclusive(write),
    mutex.runExclusive(write),
    watch(),
  ]);
}

/** With the version that has the bug. */
export function broken(world: World): Promise<void> {
  return program(world, new Broken());
}

/** With the version that is mended. */
export function mended(world: World): Promise<void> {
  return program(world, new Mended());
}
