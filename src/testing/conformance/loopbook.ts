/**
 * The adapter of this library's own loop, which passes whole: an example of an
 * adapter that leaves nothing out.
 *
 * @module
 */

import { ContextVar } from "../../loop/context.ts";
import type { Handle } from "../../loop/handle.ts";
import { runWithoutHost } from "../../loop/without_host.ts";
import { asCompleted } from "../../sync/as_completed.ts";
import { Barrier } from "../../sync/barrier.ts";
import { Condition } from "../../sync/condition.ts";
import { Event } from "../../sync/event.ts";
import { Lock } from "../../sync/lock.ts";
import { Queue } from "../../sync/queue.ts";
import { Semaphore } from "../../sync/semaphore.ts";
import type {
  Awaitable,
  Coroutine as LoopbookCoroutine,
} from "../../tasks/coroutine.ts";
import { currentTask, EventLoop } from "../../tasks/event_loop.ts";
import { isCancelled } from "../../tasks/exceptions.ts";
import type { Future } from "../../tasks/future.ts";
import { gather } from "../../tasks/gather.ts";
import { runUntilCompleteWithoutHost } from "../../tasks/run_sync.ts";
import { shield } from "../../tasks/shield.ts";
import { cancelAll } from "../../tasks/shutdown.ts";
import { sleep } from "../../tasks/sleep.ts";
import type { Task } from "../../tasks/task.ts";
import { taskGroup } from "../../tasks/task_group.ts";
import { timeout } from "../../tasks/timeout.ts";
import { wait } from "../../tasks/wait.ts";
import { waitFor } from "../../tasks/wait_for.ts";
import type { Adapter, Coroutine } from "./adapter.ts";

const adapter: Adapter<EventLoop, Future<unknown>, Handle> = {
  name: "loopbook",
  makeLoop: () => new EventLoop({ clock: "virtual" }),
  run: (loop) => void runWithoutHost(loop),
  time: (loop) => loop.time(),

  callSoon: (loop, callback) => loop.callSoon(callback),
  callLater: (loop, delay, callback) => loop.callLater(delay, callback),
  callAt: (loop, when, callback) => loop.callAt(when, callback),
  cancelHandle: (handle) => handle.cancel(),
  stop: (loop) => loop.stop(),
  setExceptionHandler: (loop, handler) =>
    loop.setExceptionHandler((_, { exception }) => handler(exception)),
  close: (loop) => loop.close(),

  createFuture: (loop) => loop.createFuture(),
  setResult: (future, value) => future.setResult(value),
  setException: (future, error) => future.setException(error),
  addDoneCallback: (future, callback) => future.addDoneCallback(callback),
  removeDoneCallback: (future, callback) => future.removeDoneCallback(callback),
  done: (future) => future.done(),
  cancelled: (future) => future.cancelled(),
  result: (future) => future.result(),
  exception: (future) => future.exception(),

  createTask: (loop, coroutine) => loop.createTask(ours(coroutine)),
  await: (future) => future,
  sleep: (_loop, delay) => sleep(delay),
  currentTask: () => currentTask()!,
  createEagerTask: (loop, coroutine) =>
    loop.createTask(ours(coroutine), { eagerStart: true }),
  createVariable(_loop, defaultValue) {
    const variable = new ContextVar("variable", { defaultValue });
    return {
      get: () => variable.get(),
      set: (value) => void variable.set(value),
    };
  },

  cancel: (future) => future.cancel(),
  isCancellation: isCancelled,
  cancelling: (task) => (task as Task<unknown>).cancelling(),
  uncancel: (task) => (task as Task<unknown>).uncancel(),

  gather: (_loop, awaitables, returnExceptions) =>
    gather(awaitables.map(ours), { returnExceptions }),
  shield: (_loop, awaitable) => shield(ours(awaitable)),
  wait: (_loop, futures, limit, returnWhen) =>
    wait(futures, { timeout: limit, returnWhen }),
  waitFor: (_loop, awaitable, limit) => waitFor(ours(awaitable), limit),
  timeout: (_loop, limit, body) => timeout(limit, () => ours(body())),
  taskGroup: (_loop, body) =>
    taskGroup((group) =>
      ours(body((coroutine) => group.createTask(ours(coroutine))))
    ),
  asCompleted: (_loop, futures, limit) =>
    asCompleted(futures, { timeout: limit }),

  createLock: () => new Lock(),
  createSemaphore: (_loop, permits) => new Semaphore(permits),
  createEvent: () => new Event(),
  createCondition: () => new Condition(),
  createQueue(_loop, size) {
    const queue = new Queue<unknown>(size);
    return Object.assign(queue, {
      shutdownNow: () => queue.shutdown({ immediate: true }),
    });
  },
  createBarrier: (_loop, parties) => new Barrier(parties),

  runMain(loop, coroutine) {
    try {
      return runUntilCompleteWithoutHost(loop, ours(coroutine));
    } finally {
      const left = cancelAll(loop);
      if (left !== null) {
        runUntilCompleteWithoutHost(loop, left.ended());
        left.report();
      }
      loop.close();
    }
  },
};

/** This library's event loop, ready to be judged. */
export const loopbook: Adapter = adapter as unknown as Adapter;

function ours(awaitable: Coroutine): LoopbookCoroutine<unknown>;
function ours(awaitable: Future<unknown> | Coroutine): Awaitable<unknown>;
// A generator whose waits are this library's is a coroutine; its type cannot say
// so, since the suite's coroutines run on any loop.
function ours(awaitable: unknown): unknown {
  return awaitable;
}
