/**
 * Stage 5: the loop knows its tasks; sleeping, waiting for tasks, errors.
 *
 * @module
 */

import { TimerLoop } from "./stage2.ts";
import { Future } from "./stage3.ts";
import { type Coroutine, resultOf, Task } from "./stage4.ts";

// #region loop
let running: TaskLoop | null = null;

/** The loop that runs now. */
export function getRunningLoop(): TaskLoop {
  if (running === null) {
    throw new Error("No loop is running; start one with runUntilComplete()");
  }
  return running;
}

/** A loop that runs coroutines. */
export class TaskLoop extends TimerLoop {
  createTask<T>(coroutine: Coroutine<T>): Task<T> {
    return new Task(this, coroutine);
  }

  /** Runs until one coroutine has ended, whatever else is going on. */
  runUntilComplete<T>(coroutine: Coroutine<T>): T {
    const main = this.createTask(coroutine);
    let stopped = false;
    main.addDoneCallback(() => stopped = true);
    this.runUntil(() => stopped);
    if (main.done()) return main.result();
    throw new Error("Nothing is ready and no timer is set, yet main waits");
  }

  protected runUntil(stopped: () => boolean): void {
    running = this;
    try {
      while (!stopped() && !this.idle()) this.pass();
    } finally {
      running = null;
    }
  }
}
// #endregion

// #region sleep
/** Waits for some milliseconds; `sleep(0)` gives way for one pass. */
export function* sleep(delay: number): Coroutine<void> {
  if (delay <= 0) {
    yield;
    return;
  }
  const loop = getRunningLoop();
  const future = new Future<void>(loop);
  loop.callLater(delay, () => future.setResult());
  yield* resultOf(future);
}

/** Starts a coroutine beside the caller. */
export function createTask<T>(coroutine: Coroutine<T>): Task<T> {
  return getRunningLoop().createTask(coroutine);
}
// #endregion

// #region main
function* toast(minutes: number): Coroutine<string> {
  yield* sleep(minutes * 60_000);
  if (minutes > 3) throw new Error(`burnt after ${minutes} minutes`);
  return "golden toast";
}

function* breakfast(): Coroutine<void> {
  const say = (text: string) =>
    console.log(`${getRunningLoop().time / 60_000} min: ${text}`);

  const good = createTask(toast(2));
  const bad = createTask(toast(5));
  say("two slices are in");
  const slice = yield* resultOf(good);
  say(slice);
  try {
    yield* resultOf(bad);
  } catch (error) {
    say((error as Error).message);
  }
}

export function main(): void {
  new TaskLoop().runUntilComplete(breakfast());
}
// #endregion

if (import.meta.main) main();
