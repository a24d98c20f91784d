/**
 * loopbook: asyncio's model in TypeScript.
 *
 * Names are asyncio's in camelCase, times are in milliseconds, a coroutine is a
 * generator, and `yield*` is `await`.
 *
 * @example
 * ```ts
 * import { gather, run, sleep } from "@loopbook/loopbook";
 *
 * function* greet(name: string, delay: number) {
 *   yield* sleep(delay);
 *   console.log(`Hello, ${name}!`);
 * }
 *
 * function* main() {
 *   yield* gather([greet("world", 20), greet("loop", 10)]);
 * }
 *
 * await run(main); // Hello, loop!  Hello, world!
 * ```
 *
 * @module
 */

export {
  BaseEventLoop,
  type EventLoopOptions,
  type ExceptionHandler,
} from "./src/loop/base_event_loop.ts";
export {
  Context,
  ContextVar,
  type ContextVarOptions,
  copyContext,
  Token,
} from "./src/loop/context.ts";
export {
  type ExceptionContext,
  Handle,
  TimerHandle,
} from "./src/loop/handle.ts";
export type * from "./src/loop/trace_event.ts";

export type {
  Awaitable,
  Coroutine,
  FutureLike,
  ResultOf,
  Suspension,
} from "./src/tasks/coroutine.ts";
export { ensureFuture } from "./src/tasks/ensure_future.ts";
export {
  allTasks,
  createTask,
  currentTask,
  EventLoop,
  getRunningLoop,
  type TaskFactory,
} from "./src/tasks/event_loop.ts";
export {
  CancelledError,
  DeadlockError,
  HostRequiredError,
  InvalidStateError,
  isCancelled,
  TimeoutError,
} from "./src/tasks/exceptions.ts";
export {
  fromPromise,
  type FromPromiseOptions,
} from "./src/tasks/from_promise.ts";
export { Future } from "./src/tasks/future.ts";
export {
  gather,
  type Gathered,
  type GatherOptions,
} from "./src/tasks/gather.ts";
export { run, runSync } from "./src/tasks/run.ts";
export {
  type Main,
  Runner,
  type RunOptions,
  setRunDefaults,
} from "./src/tasks/runner.ts";
export { shield } from "./src/tasks/shield.ts";
export { sleep } from "./src/tasks/sleep.ts";
export { Task, type TaskHome, type TaskOptions } from "./src/tasks/task.ts";
export { Timeout, timeout, timeoutAt } from "./src/tasks/timeout.ts";
export { toPromise } from "./src/tasks/to_promise.ts";
export { waitFor } from "./src/tasks/wait_for.ts";

export type {
  ChromeTrace,
  ChromeTraceEvent,
  ChromeTraceOptions,
} from "./src/trace/chrome_trace.ts";
export type {
  Listening,
  ListenOptions,
  PrintingConsole,
} from "./src/trace/listen.ts";
export {
  type Model,
  model,
  type ModelCallback,
  type ModelEvent,
  type ModelTask,
} from "./src/trace/model.ts";
export type { SvgOptions } from "./src/trace/svg.ts";
export type { TimelineOptions } from "./src/trace/timeline.ts";
export { Trace, type TraceJson } from "./src/trace/trace.ts";
