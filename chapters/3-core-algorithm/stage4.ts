/**
 * Stage 4: coroutines, and the task that drives one.
 *
 * @module
 */

import type { Loop } from "./stage1.ts";
import { TimerLoop } from "./stage2.ts";
import { Future } from "./stage3.ts";

// #region coroutine
/** A computation that yields what it waits for; nothing to give way once. */
export type Coroutine<T> = Generator<Future<unknown> | undefined, T, unknown>;

/** Where a coroutine has stopped: at a wait, or at its end. */
export type Stop<T> = IteratorResult<Future<unknown> | undefined, T>;

/** Waits for a future: the `await` of this chapter. */
export function* resultOf<T>(future: Future<T>): Coroutine<T> {
  if (!future.done()) yield future;
  return future.result();
}
// #endregion

// #region task
/** A coroutine at work: a future whose result is what the coroutine returns. */
export class Task<T> extends Future<T> {
  protected readonly coroutine: Coroutine<T>;

  constructor(loop: Loop, coroutine: Coroutine<T>) {
    super(loop);
    this.coroutine = coroutine;
    loop.callSoon(() => this.step());
  }

  /** Runs the coroutine to the next place where it has to wait. */
  protected step(): void {
    let stop: Stop<T>;
    try {
      stop = this.advance();
    } catch (error) {
      return this.setException(error);
    }
    if (stop.done) this.finish(stop.value);
    else this.suspend(stop.value);
  }

  protected advance(): Stop<T> {
    return this.coroutine.next();
  }

  protected suspend(future: Future<unknown> | undefined): void {
    const step = () => this.step();
    if (future === undefined) this.loop.callSoon(step);
    else future.addDoneCallback(step);
  }

  protected finish(value: T): void {
    this.setResult(value);
  }
}
// #endregion

// #region main
function* drink(cup: Future<string>): Coroutine<string> {
  console.log("drink: waiting for the cup");
  const tea = yield* resultOf(cup);
  console.log(`drink: got ${tea}`);
  return `an empty cup of ${tea}`;
}

function* hum(): Coroutine<void> {
  for (const note of ["do", "re", "mi"]) {
    console.log(`hum: ${note}`);
    yield;
  }
}

export function main(): void {
  const loop = new TimerLoop();
  const cup = new Future<string>(loop);
  const drinking = new Task(loop, drink(cup));
  new Task(loop, hum());
  loop.callLater(100, () => cup.setResult("green tea"));
  loop.run();
  console.log(`At ${loop.time} ms: ${drinking.result()}`);
}
// #endregion

if (import.meta.main) main();
