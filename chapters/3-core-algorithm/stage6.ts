/**
 * Stage 6: cancellation.
 *
 * @module
 */

import { CancelledError, Future } from "./stage3.ts";
import { type Coroutine, resultOf, type Stop, Task } from "./stage4.ts";
import { createTask, getRunningLoop, TaskLoop } from "./stage5.ts";

// #region task
/** A task that passes the wish to stop on to its coroutine. */
export class CancellableTask<T> extends Task<T> {
  #waitsFor: Future<unknown> | null = null;
  #mustCancel = false;

  /** Asks the coroutine to stop; `false` if it has ended. */
  override cancel(): boolean {
    if (this.done()) return false;
    if (this.#waitsFor?.cancel()) return true;
    this.#mustCancel = true;
    return true;
  }

  protected override advance(): Stop<T> {
    this.#waitsFor = null;
    if (!this.#mustCancel) return super.advance();
    this.#mustCancel = false;
    return this.coroutine.throw(new CancelledError());
  }

  protected override suspend(future: Future<unknown> | undefined): void {
    super.suspend(future);
    this.#waitsFor = future ?? null;
    if (this.#mustCancel && future?.cancel()) this.#mustCancel = false;
  }

  protected override finish(value: T): void {
    if (this.#mustCancel) this.setException(new CancelledError());
    else super.finish(value);
  }
}
// #endregion

// #region sleep
/** Waits; whoever is cancelled meanwhile leaves no timer behind. */
export function* sleep(delay: number): Coroutine<void> {
  if (delay <= 0) {
    yield;
    return;
  }
  const loop = getRunningLoop();
  const future = new Future<void>(loop);
  const timer = loop.callLater(delay, () => {
    if (!future.done()) future.setResult();
  });
  try {
    yield* resultOf(future);
  } finally {
    loop.callOff(timer);
  }
}
// #endregion

// #region loop
/** A loop that leaves nobody behind when its main coroutine has ended. */
export class CancelLoop extends TaskLoop {
  protected readonly tasks: Task<unknown>[] = [];

  override createTask<T>(coroutine: Coroutine<T>): Task<T> {
    const task = new CancellableTask(this, coroutine);
    this.tasks.push(task);
    return task;
  }

  override runUntilComplete<T>(coroutine: Coroutine<T>): T {
    try {
      return super.runUntilComplete(coroutine);
    } finally {
      const left = this.tasks.filter((task) => !task.done());
      for (const task of left) task.cancel();
      this.runUntil(() => left.every((task) => task.done()));
    }
  }
}
// #endregion

// #region main
function* download(): Coroutine<void> {
  try {
    for (let part = 1; part <= 3; part++) {
      console.log(`part ${part}`);
      yield* sleep(100);
    }
  } finally {
    console.log("close the connection");
    yield* sleep(20);
    console.log(`closed at ${getRunningLoop().time} ms`);
  }
}

function* impatient(): Coroutine<void> {
  const task = createTask(download());
  yield* sleep(150);
  console.log(`cancelled: ${task.cancel()}`);
  try {
    yield* resultOf(task);
  } catch (error) {
    console.log(`the task ended with ${error}`);
  }
}

export function main(): void {
  new CancelLoop().runUntilComplete(impatient());
}
// #endregion

if (import.meta.main) main();
