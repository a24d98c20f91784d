// Cancellation for the small loop: what a request to stop adds to a future, to a
// task and to a sleep.
import { type Coroutine, Future, type Loop, Task } from "./small_loop.ts";

// #region future
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}

export class CancellableFuture extends Future {
  cancel(): boolean {
    if (this.state !== "pending") return false;
    this.settle("cancelled", new CancelledError());
    return true;
  }
}
// #endregion

// #region task
export let currentTask: CancellableTask | null = null;

export class CancellableTask extends Task {
  requests = 0;
  mustCancel = false; // at the next step
  waitsFor: CancellableFuture | CancellableTask | null = null;

  cancel(): boolean {
    if (this.state !== "pending") return false;
    this.requests++;
    if (!this.waitsFor?.cancel()) this.mustCancel = true;
    return true;
  }
  uncancel(): number {
    this.requests = Math.max(0, this.requests - 1);
    if (this.requests === 0) this.mustCancel = false;
    return this.requests;
  }
  override step(error?: Error): void {
    if (this.mustCancel) error = new CancelledError();
    this.mustCancel = false;
    this.waitsFor = null;
    currentTask = this;
    super.step(error);
    currentTask = null;
  }
  override wait(value: unknown): void {
    if (value === this) value = "itself"; // and is refused
    super.wait(value);
    if (!(value instanceof Future) || value.loop !== this.loop) return;
    this.waitsFor = value as CancellableFuture | CancellableTask;
    if (this.mustCancel && this.waitsFor.cancel()) this.mustCancel = false;
  }
  override settle(state: Future["state"], value: unknown): void {
    const isCancelled = value instanceof CancelledError ||
      state === "finished" && this.mustCancel;
    if (!isCancelled) return super.settle(state, value);
    super.settle("cancelled", new CancelledError());
  }
}
// #endregion

// #region sleep
export function* cancellableSleep(loop: Loop, delay: number): Coroutine {
  if (delay <= 0) return yield;
  const future = new CancellableFuture(loop);
  const timer = loop.callAt(loop.now + delay, () => {
    if (future.state === "pending") future.settle("finished");
  });
  try {
    return yield* future;
  } finally {
    timer.run = null;
  }
}
// #endregion
