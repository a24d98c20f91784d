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
export { abortSignal } from "./src/tasks/abort_signal.ts";
export {
  captureCallGraph,
  formatCallGraph,
  type FrameCallGraphEntry,
  type FutureCallGraph,
  printCallGraph,
} from "./src/tasks/call_graph.ts";
export {
  createEagerTaskFactory,
  eagerTaskFactory,
} from "./src/tasks/eager_task_factory.ts";
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
  type ErrorClass,
  type ErrorCondition,
  ExceptionGroup,
} from "./src/tasks/exception_group.ts";
export {
  BrokenBarrierError,
  CancelledError,
  DeadlockError,
  HostRequiredError,
  InvalidStateError,
  isCancelled,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
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
export { run } from "./src/tasks/run.ts";
export { runSync } from "./src/tasks/run_sync.ts";
export {
  type Main,
  Runner,
  type RunOptions,
  setRunDefaults,
} from "./src/tasks/runner.ts";
export { shield } from "./src/tasks/shield.ts";
export { sleep } from "./src/tasks/sleep.ts";
export { Task, type TaskHome, type TaskOptions } from "./src/tasks/task.ts";
export { TaskGroup, taskGroup } from "./src/tasks/task_group.ts";
export { Timeout, timeout, timeoutAt } from "./src/tasks/timeout.ts";
export { toPromise } from "./src/tasks/to_promise.ts";
export {
  ALL_COMPLETED,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type ReturnWhen,
  wait,
  type WaitOptions,
  type WaitResult,
} from "./src/tasks/wait.ts";
export { waitFor } from "./src/tasks/wait_for.ts";

export {
  asCompleted,
  type AsCompletedOptions,
} from "./src/sync/as_completed.ts";
export { Barrier } from "./src/sync/barrier.ts";
export { Condition } from "./src/sync/condition.ts";
export { Event } from "./src/sync/event.ts";
export { LifoQueue } from "./src/sync/lifo_queue.ts";
export { Lock } from "./src/sync/lock.ts";
export { PriorityQueue } from "./src/sync/priority_queue.ts";
export { Queue, type ShutdownOptions } from "./src/sync/queue.ts";
export { BoundedSemaphore, Semaphore } from "./src/sync/semaphore.ts";

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

export type { Body } from "./src/testing/runs/body.ts";
export type { ExploreReport } from "./src/testing/explore/exploration.ts";
export { explore } from "./src/testing/explore/explore.ts";
export type {
  ExploreOptions,
  ReplayOptions,
} from "./src/testing/explore/options.ts";
export { replay } from "./src/testing/explore/replay.ts";
export { ScheduleError } from "./src/testing/failures/schedule_error.ts";
export type {
  Failure,
  FailureKind,
  PendingCompletion,
  RecordedRun,
  RunOutcome,
  ScheduleEvent,
  WaitEdge,
} from "./src/testing/runs/run_outcome.ts";
export type { FailureStory } from "./src/testing/failures/failure_message.ts";
export type { Misfit } from "./src/testing/schedules/follow.ts";
export type { CompletionKind } from "./src/testing/schedules/pending.ts";
export type { Decision, Schedule } from "./src/testing/schedules/schedule.ts";
export { track } from "./src/testing/reduction/track.ts";
export type {
  Completion,
  Io,
  IoOptions,
  World,
} from "./src/testing/runs/world.ts";
export { type Leak, LeakError } from "./src/testing/virtual/leaks.ts";
export {
  virtual,
  type VirtualBody,
  type VirtualOptions,
} from "./src/testing/virtual/virtual.ts";
export type {
  PendingTimer,
  VirtualTime,
} from "./src/testing/virtual/virtual_time.ts";
export { type Survey, survey } from "./src/testing/explore/survey.ts";
