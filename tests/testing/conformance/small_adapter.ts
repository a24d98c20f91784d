// The small loop, handed over to be judged: as it is, and with cancellation.
import type { Adapter } from "../../../src/testing/conformance/conformance.ts";
import * as cancellation from "./small_cancellation.ts";
import { Future, type Handle, Loop, sleep, Task } from "./small_loop.ts";

export const adapter: Adapter<Loop, Future, Handle> = {
  name: "the small loop",
  makeLoop: () => new Loop(),
  run: (loop) => loop.runForever(),
  time: (loop) => loop.now,

  callSoon: (loop, callback) => loop.callSoon(callback),
  callLater: (loop, delay, callback) => loop.callAt(loop.now + delay, callback),
  callAt: (loop, when, callback) => loop.callAt(when, callback),
  cancelHandle: (handle) => void (handle.run = null),
  stop: (loop) => void (loop.stopping = true),
  setExceptionHandler: (loop, handler) => void (loop.onError = handler),

  createFuture: (loop) => new Future(loop),
  setResult: (future, value) => future.settle("finished", value),
  setException: (future, error) => future.settle("failed", error),
  addDoneCallback: (future, callback) => future.addDoneCallback(callback),
  done: (future) => future.state !== "pending",
  result(future) {
    if (future.state === "finished") return future.value;
    throw future.value ?? new Error("Future is not done yet");
  },
  exception(future) {
    if (future.state === "failed") return future.value;
    return future.state === "finished" ? null : adapter.result!(future);
  },

  // #region coroutines
  createTask: (loop, coroutine) => new Task(loop, coroutine),
  await: (future) => future,
  sleep,
  // #endregion
};

type Cancellable =
  | cancellation.CancellableFuture
  | cancellation.CancellableTask;

export const cancellable: Adapter<Loop, Cancellable, Handle> = {
  ...adapter as Adapter<Loop, Cancellable, Handle>,
  name: "the small loop with cancellation",
  createFuture: (loop) => new cancellation.CancellableFuture(loop),
  createTask: (loop, coroutine) =>
    new cancellation.CancellableTask(loop, coroutine),
  sleep: cancellation.cancellableSleep,
  currentTask: () => cancellation.currentTask!,
  cancel: (future) => future.cancel(),
  cancelled: (future) => future.state === "cancelled",
  cancelling: (task) => (task as cancellation.CancellableTask).requests,
  uncancel: (task) => (task as cancellation.CancellableTask).uncancel(),
  isCancellation: (error) => error instanceof cancellation.CancelledError,
};
