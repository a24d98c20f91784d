/**
 * Seeded bugs: each changes a line or two of the loop or the primitives into
 * what a tired programmer might write. The corpus and the fuzzer must find them.
 *
 * @module
 */

/** A bug. */
export interface Mutant {
  /** What goes wrong. */
  readonly name: string;
  /** The rule that it breaks. */
  readonly rule: number;
  /** The file it is in, from the project's folder. */
  readonly file: string;
  /** What to replace; stands there exactly once. */
  readonly from: string;
  /** What to put there. */
  readonly to: string;
}

const LOOP = "src/loop/base_event_loop.ts";
const WATCHED_PASS = "src/loop/watched_pass.ts";
const TIMERS = "src/loop/timer_queue.ts";
const FUTURE = "src/tasks/future.ts";
const TASK = "src/tasks/task.ts";
const SLEEP = "src/tasks/sleep.ts";
const GATHER = "src/tasks/gather.ts";
const SHIELD = "src/tasks/shield.ts";
const WAIT = "src/tasks/wait.ts";
const WAIT_FOR = "src/tasks/wait_for.ts";
const TIMEOUT = "src/tasks/timeout.ts";
const GROUP = "src/tasks/task_group.ts";
const SHUTDOWN = "src/tasks/shutdown.ts";
const AS_COMPLETED = "src/sync/as_completed.ts";
const LOCK = "src/sync/lock.ts";
const SEMAPHORE = "src/sync/semaphore.ts";
const CONDITION = "src/sync/condition.ts";
const EVENT = "src/sync/event.ts";
const QUEUE = "src/sync/queue.ts";
const BARRIER = "src/sync/barrier.ts";

/** All of them, by rule. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: "a pass also runs what its own steps schedule",
    rule: 1,
    file: WATCHED_PASS,
    from: "for (; count > 0; count--) {",
    to: "for (; loop._ready.length > 0;) {",
  },
  {
    name: "a pass runs one step only",
    rule: 1,
    file: WATCHED_PASS,
    from: "  loop._tracer?.passBegins(count);",
    to: "  loop._tracer?.passBegins(count);\n  count = Math.min(1, count);",
  },
  {
    name: "due timers wait until nothing is ready",
    rule: 1,
    file: LOOP,
    from: "if (this._timers.length > 0) this.#collectDueTimers();",
    to:
      "if (this._timers.length > 0 && this._ready.length === 0) this.#collectDueTimers();",
  },
  {
    name: "equal timers fire in reverse",
    rule: 2,
    file: TIMERS,
    from: "if (deadlines[parent]! <= deadline) break;",
    to: "if (deadlines[parent]! < deadline) break;",
  },
  {
    name: "the loop sleeps a millisecond too long",
    rule: 2,
    file: LOOP,
    from: "Math.min(Math.max(0, deadline - this.time()), LONGEST_WAIT)",
    to: "Math.min(Math.max(0, deadline - this.time() + 1), LONGEST_WAIT)",
  },
  {
    name: "stop ends the pass at once",
    rule: 3,
    file: WATCHED_PASS,
    from: "for (; count > 0; count--) {",
    to:
      "for (; count > 0 && !(loop as { _stopping?: boolean })._stopping; count--) {",
  },
  {
    name: "a cancelled handle runs all the same",
    rule: 1,
    file: "src/loop/handle.ts",
    from: "  cancel(): void {\n    this._callback = null;",
    to: "  cancel(): void {\n    this._args.length;",
  },
  {
    name: "awaiting a done future takes a pass",
    rule: 5,
    file: FUTURE,
    from: "    return new FutureWait<T>(this) as unknown as Coroutine<T>;",
    to:
      "    const wait = new FutureWait<T>(this) as unknown as Coroutine<T>;\n    if (!this.done()) return wait;\n    return (function* () {\n      yield undefined!;\n      return yield* wait;\n    })();",
  },
  {
    name: "done callbacks run in reverse",
    rule: 6,
    file: FUTURE,
    from: "else for (const entry of entries) this._schedule(entry);",
    to: "else for (const entry of entries.reverse()) this._schedule(entry);",
  },
  {
    name: "done callbacks run inline",
    rule: 6,
    file: FUTURE,
    from:
      "    this._loop._tracer?.callbackScheduled(entry, entry._label(), this);\n    this._loop._enqueue(entry);",
    to: "    entry._run();",
  },
  {
    name: "a callback added to a done future runs inline",
    rule: 6,
    file: FUTURE,
    from:
      "    future._loop._tracer?.callbackScheduled(handle, handle._label(), future);\n    future._loop._enqueue(handle);",
    to: "      handle._run();",
  },
  {
    name: "only one of two equal callbacks is removed",
    rule: 6,
    file: FUTURE,
    from:
      "    const rest = entries.filter((entry) =>\n      !(entry instanceof Handle && entry._callback === callback)\n    );",
    to:
      "    const at = entries.findIndex((entry) =>\n      entry instanceof Handle && entry._callback === callback\n    );\n    const rest = entries.filter((_, index) => index !== at);",
  },
  {
    name: "a task sees changes that its maker makes later to its context",
    rule: 7,
    file: "src/loop/context.ts",
    from: "return context._shared ? context._hiddenCopy() : context;",
    to: "return context;",
  },
  {
    name: "a new task runs its first step a pass later",
    rule: 8,
    file: TASK,
    from: "else loop._enqueue(this);",
    to: "else loop.callSoon(() => loop._enqueue(this));",
  },
  {
    name: "sleep(0) takes two passes",
    rule: 9,
    file: TASK,
    from: "this._loop._ready.push(this);",
    to: "this._loop.callSoon(() => this._loop._ready.push(this));",
  },
  {
    name: "a sleeper resumes in the pass in which its timer fires",
    rule: 9,
    file: SLEEP,
    from: "    this.#state = FIRED;\n    this.#waiter?._wakeUp(this);",
    to:
      "    this.#state = FIRED;\n    const step = this.#waiter as unknown as Runnable;\n    const tracer = this.#loop!._tracer;\n    if (tracer !== null) tracer.runStep(step);\n    else step._run();",
  },
  {
    name: "a sleep that is left leaves its timer behind",
    rule: 9,
    file: SLEEP,
    from: "get _off(): boolean {\n    return this.#state === CALLED_OFF;",
    to: "get _off(): boolean {\n    return false;",
  },
  {
    name: "requests to cancel are not counted",
    rule: 10,
    file: TASK,
    from: "this._cancelRequests++;",
    to: "this._cancelRequests = 1;",
  },
  {
    name: "uncancel does not withdraw a pending cancellation",
    rule: 10,
    file: TASK,
    from: "if (this._cancelRequests === 0) this._mustCancel = false;",
    to: "",
  },
  {
    name: "cancel does not reach what the task waits for",
    rule: 10,
    file: TASK,
    from:
      "if (this._wait !== null && this._wait._cancel(message)) return true;",
    to: "",
  },
  {
    name: "a task that waits is cancelled twice",
    rule: 10,
    file: TASK,
    from:
      "if (this._wait !== null && this._wait._cancel(message)) return true;",
    to: "if (this._wait !== null) this._wait._cancel(message);",
  },
  {
    name: "a task cancelled before its first step runs up to its first wait",
    rule: 11,
    file: TASK,
    from:
      "  if (task._mustCancel) {\n    task._mustCancel = false;\n    const error",
    to:
      "  if (task._mustCancel && wait !== NOT_STARTED) {\n    task._mustCancel = false;\n    const error",
  },
  {
    name: "a task that returns with a cancellation pending has finished",
    rule: 11,
    file: TASK,
    from:
      "function finish<T>(task: Task<T>, value: T): void {\n  if (task._mustCancel) {",
    to: "function finish<T>(task: Task<T>, value: T): void {\n  if (false) {",
  },
  {
    name: "a pending cancellation waits until the next future is done",
    rule: 11,
    file: TASK,
    from: "if (task._mustCancel && wait._cancel(",
    to: "if (false && wait._cancel(",
  },
  {
    name: "gather counts the same future twice",
    rule: 14,
    file: GATHER,
    from: "if (known !== undefined) continue;",
    to:
      "if (known !== undefined) this.#unfinished++;\n      if (known !== undefined) continue;",
  },
  {
    name: "gather settles as soon as it is cancelled",
    rule: 14,
    file: GATHER,
    from: "    if (any) this.#cancelRequested = true;",
    to: "    if (any) this.setException(new CancelledError(message));",
  },
  {
    name: "a cancelled gather gives its results",
    rule: 14,
    file: GATHER,
    from: "if (any) this.#cancelRequested = true;",
    to: "",
  },
  {
    name: "gather cancels the siblings of a child that failed",
    rule: 14,
    file: GATHER,
    from: "      return this.setException(child._error());",
    to:
      "      this.setException(child._error());\n      for (const each of this.#children) each.cancel();\n      return;",
  },
  {
    name: "gather hears of its children inline",
    rule: 14,
    file: GATHER,
    from: "    this._loop._enqueue(step);",
    to: "    step._run();",
  },
  {
    name: "waitFor gives a coroutine a task of its own",
    rule: 15,
    file: WAIT_FOR,
    from:
      "  return isCoroutine(awaitable)\n    ? awaitable as Coroutine<T>\n    : ensureFuture(awaitable)[Symbol.iterator]();",
    to: "  return ensureFuture(awaitable)[Symbol.iterator]();",
  },
  {
    name: "waitFor with no time does not wait for the cancelled one",
    rule: 15,
    file: WAIT_FOR,
    from: "  yield* cancelAndWait(future);",
    to:
      "  future.cancel();\n  yield* getRunningLoop().createTask(function* () {}());",
  },
  {
    name: "a timeout hides a cancellation from outside",
    rule: 16,
    file: TIMEOUT,
    from: "error instanceof CancelledError && !othersWait",
    to: "error instanceof CancelledError",
  },
  {
    name: "a timeout does not take its cancellation back",
    rule: 16,
    file: TIMEOUT,
    from: "this.#task!.uncancel() > this.#requestsBefore",
    to: "this.#task!.cancelling() - 1 > this.#requestsBefore",
  },
  {
    name: "a timeout forgets the requests made before it",
    rule: 16,
    file: TIMEOUT,
    from: "this.#requestsBefore = task.cancelling();",
    to: "",
  },
  {
    name: "a timeout in the past strikes a pass late",
    rule: 16,
    file: TIMEOUT,
    from: "when <= loop.time()",
    to: "when < loop.time()",
  },
  {
    name: "a failing child does not cancel its siblings",
    rule: 17,
    file: GROUP,
    from: "for (const task of this.#tasks) if (!task.done()) task.cancel();",
    to: "",
  },
  {
    name: "a failing child does not cancel the group's body",
    rule: 17,
    file: GROUP,
    from: "    this.#parentCancelled = true;\n    this._parent.cancel();",
    to: "    this.#parentCancelled = true;",
  },
  {
    name: "a group does not take its own cancellation back",
    rule: 17,
    file: GROUP,
    from: "if (this.#parentCancelled && this._parent.uncancel() === 0) {",
    to: "if (this.#parentCancelled && this._parent.cancelling() === 1) {",
  },
  {
    name: "a group is left at a second cancellation",
    rule: 17,
    file: GROUP,
    from: "        if (!this.#aborting) {\n          cancellation = error;",
    to:
      "        if (this.#aborting) break;\n        {\n          cancellation = error;",
  },
  {
    name: "cancellation beats the errors of a group",
    rule: 17,
    file: GROUP,
    from: "if (cancellation !== null && this.#errors.length === 0) throw",
    to: "if (cancellation !== null) throw",
  },
  {
    name: "a group forgets the error of its body",
    rule: 17,
    file: GROUP,
    from: "      this.#errors.push(bodyError);",
    to: "      if (this.#errors.length === 0) this.#errors.push(bodyError);",
  },
  {
    name: "shield hands cancellation on",
    rule: 18,
    file: SHIELD,
    from:
      "    if (inner.done()) return;\n    inner.removeDoneCallback(innerDone);",
    to:
      "    if (inner.done()) return;\n    inner.cancel();\n    inner.removeDoneCallback(innerDone);",
  },
  {
    name: "the error of a shielded future is lost when nobody waits",
    rule: 18,
    file: SHIELD,
    from: "    inner.addDoneCallback(reportError);",
    to: "",
  },
  {
    name: "shield wraps what is done already",
    rule: 18,
    file: SHIELD,
    from: "  if (inner.done()) return inner;",
    to: "",
  },
  {
    name: "a cancelled future counts as the first exception",
    rule: 19,
    file: WAIT,
    from:
      "returnWhen === FIRST_EXCEPTION && !future.cancelled() &&\n        future.exception() !== undefined",
    to:
      "returnWhen === FIRST_EXCEPTION &&\n        (future.cancelled() || future.exception() !== undefined)",
  },
  {
    name: "wait cancels what is not done in time",
    rule: 19,
    file: WAIT,
    from: "  return { done, pending };",
    to:
      "  for (const each of pending) each.cancel();\n  return { done, pending };",
  },
  {
    name: "asCompleted forgets one of those that are late",
    rule: 20,
    file: AS_COMPLETED,
    from: "    this.#todo.clear();",
    to:
      "    for (const each of this.#todo) each.cancel();\n    this.#todo.clear();",
  },
  {
    name: "asCompleted leaves its timer behind",
    rule: 20,
    file: AS_COMPLETED,
    from: "if (this.#todo.size === 0) this.#timer?.cancel();",
    to: "",
  },
  {
    name: "an eager task is not the current one",
    rule: 21,
    file: "src/loop/context.ts",
    from: "  nested = step;\n  entered = null;",
    to: "  entered = null;",
  },
  {
    name: "an eager task begins in the next pass",
    rule: 21,
    file: TASK,
    from: "if (options.eagerStart === true && loop.isRunning())",
    to: "if (options.eagerStart === true && !loop.isRunning())",
  },
  {
    name: "a newcomer overtakes those who wait for a lock",
    rule: 22,
    file: LOCK,
    from: "if (this.#locked || this.#someoneWaits())",
    to: "if (this.#locked)",
  },
  {
    name: "a cancelled waiter keeps the lock's wake-up to itself",
    rule: 22,
    file: LOCK,
    from:
      "if (error instanceof CancelledError && !this.#locked) this.#wakeFirst();",
    to: "",
  },
  {
    name: "a lock does not look whether its waiters are still there",
    rule: 22,
    file: LOCK,
    from: "if (!waiter.cancelled()) return true;",
    to: "if (waiter) return true;",
  },
  {
    name: "a newcomer overtakes those who wait for a permit",
    rule: 23,
    file: SEMAPHORE,
    from:
      "for (const waiter of this.#waiters) if (!waiter.cancelled()) return true;",
    to: "",
  },
  {
    name: "a cancelled waiter loses its permit",
    rule: 23,
    file: SEMAPHORE,
    from: "this.#value++; // the permit came",
    to: "// the permit came",
  },
  {
    name: "a permit that came back early wakes nobody",
    rule: 23,
    file: SEMAPHORE,
    from: "while (this.#value > 0 && this.#wakeNext());",
    to: "",
  },
  {
    name: "a cancelled wait returns without its lock",
    rule: 24,
    file: CONDITION,
    from: "        cancellation = error;\n",
    to: "        throw error;\n",
  },
  {
    name: "a notification is lost with the waiter that got it",
    rule: 24,
    file: CONDITION,
    from: "    } catch (error) {\n      this.#wake(1);\n      throw error;",
    to: "    } catch (error) {\n      throw error;",
  },
  {
    name: "notify wakes one too many",
    rule: 24,
    file: CONDITION,
    from: "if (count <= 0) return;",
    to: "if (count < 0) return;",
  },
  {
    name: "a waiter looks at the event again when it wakes",
    rule: 25,
    file: EVENT,
    from: "      yield* waiter;\n      return true;",
    to:
      "      yield* waiter;\n      while (!this.#set) yield;\n      return true;",
  },
  {
    name: "an event wakes only the first who waits",
    rule: 25,
    file: EVENT,
    from: "      if (!waiter.done()) waiter.setResult();",
    to: "      if (!waiter.done()) return waiter.setResult();",
  },
  {
    name: "a cancelled getter keeps its wake-up to itself",
    rule: 26,
    file: QUEUE,
    from: "if (isWorthIt() && !waiter.cancelled()) wakeNext(line);",
    to: "",
  },
  {
    name: "a queue wakes everybody for one item",
    rule: 26,
    file: QUEUE,
    from: "    this.#finished.clear();\n    wakeNext(this.#getters);",
    to: "    this.#finished.clear();\n    wakeAll(this.#getters);",
  },
  {
    name: "who takes an item does not wake who wants to put one",
    rule: 26,
    file: QUEUE,
    from: "    wakeNext(this.#putters);\n    return item;",
    to: "    return item;",
  },
  {
    name: "shutdown leaves the putters waiting",
    rule: 26,
    file: QUEUE,
    from: "    wakeAll(this.#putters);\n",
    to: "",
  },
  {
    name: "an immediate shutdown does not settle join",
    rule: 26,
    file: QUEUE,
    from: "      if (this.#unfinished === 0) this.#finished.set();",
    to: "",
  },
  {
    name: "a barrier lets newcomers in while it drains",
    rule: 27,
    file: BARRIER,
    from: 'this.#state !== "draining" && this.#state !== "resetting"',
    to: 'this.#state !== "resetting"',
  },
  {
    name: "a drained barrier stays open",
    rule: 27,
    file: BARRIER,
    from: 'if (this.#state === "resetting" || this.#state === "draining") {',
    to: 'if (this.#state === "resetting") {',
  },
  {
    name: "reset of a barrier wakes nobody",
    rule: 27,
    file: BARRIER,
    from:
      '      this.#state = this.#count > 0 ? "resetting" : "filling";\n      this.#condition.notifyAll();',
    to: '      this.#state = this.#count > 0 ? "resetting" : "filling";',
  },
  {
    name: "a runner closes without waiting for what it cancelled",
    rule: 28,
    file: SHUTDOWN,
    from: "  for (const task of tasks) task.cancel();",
    to: "  for (const task of tasks) task.cancel();\n  return null;",
  },
];
