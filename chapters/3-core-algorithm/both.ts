/**
 * One program on two loops: the one this chapter has built, and the library's.
 *
 * @module
 */

import * as library from "../../mod.ts";
import { resultOf } from "./stage4.ts";
import { CancelLoop, sleep } from "./stage6.ts";

// #region asyncio
/**
 * All that a program needs of an event loop. `Y` is what its coroutines yield
 * to the tasks that drive them; the program never looks at it.
 */
export interface Asyncio<Y> {
  sleep(delay: number): Iterable<Y, void, unknown>;
  createTask<T>(coroutine: Generator<Y, T, unknown>): Running<Y, T>;
  /** Notes a line, with the time and the pass it was said in. */
  say(text: string): void;
}

/** A task, whoever made it. */
export interface Running<Y, T> {
  cancel(): boolean;
  result(): Iterable<Y, T, unknown>;
}

/** A program that runs on either loop. */
export type Program = <Y>(asyncio: Asyncio<Y>) => Generator<Y, void, unknown>;
// #endregion

// #region stage
/** Runs a program on stage 6 and returns what it said. */
export function onStage6(program: Program): string[] {
  const lines: string[] = [];
  const loop = new CancelLoop();
  loop.runUntilComplete(program({
    sleep,
    createTask(coroutine) {
      const task = loop.createTask(coroutine);
      return { cancel: () => task.cancel(), result: () => resultOf(task) };
    },
    say: (text) => lines.push(`${loop.time} ms, pass ${loop.passes}: ${text}`),
  }));
  return lines;
}
// #endregion

// #region library
/** Runs a program on the library's loop and returns what it said. */
export function onLibrary(program: Program): string[] {
  const lines: string[] = [];
  let now: library.TraceMoment = { time: 0, pass: 0 };
  const trace: library.TraceSink = { record: (event) => now = event };
  library.runSync(
    program({
      sleep: library.sleep,
      createTask(coroutine) {
        const task = library.createTask(coroutine);
        return { cancel: () => task.cancel(), result: () => task };
      },
      say: (text) => lines.push(`${now.time} ms, pass ${now.pass}: ${text}`),
    }),
    { trace },
  );
  return lines;
}
// #endregion

// #region program
/** Two downloads; the slow one is cancelled when the fast one is there. */
export function* firstOfTwo<Y>(
  { sleep, createTask, say }: Asyncio<Y>,
): Generator<Y, void, unknown> {
  function* download(name: string, parts: number): Generator<Y, string> {
    try {
      for (let part = 1; part <= parts; part++) {
        yield* sleep(10);
        say(`${name} has part ${part}`);
      }
      return name;
    } finally {
      say(`${name} hangs up`);
      yield* sleep(0);
    }
  }

  const slow = createTask(download("slow", 5));
  const fast = createTask(download("fast", 2));
  say(`${yield* fast.result()} was first`);
  slow.cancel();
  try {
    yield* slow.result();
  } catch (error) {
    say(`slow ended with a ${(error as Error).name}`);
  }
}

export function main(): void {
  const ours = onStage6(firstOfTwo);
  const theirs = onLibrary(firstOfTwo);
  for (const line of ours) console.log(line);
  const same = ours.join("\n") === theirs.join("\n");
  console.log(`The library says ${same ? "the same" : "something else"}.`);
}
// #endregion

if (import.meta.main) main();
