/**
 * Who waits for whom: the stack trace of an asynchronous program.
 *
 * A stack trace of the host ends at the loop, since the loop is what called. The
 * way on, from a task to those who wait for it, is not kept anywhere; it is read
 * off the futures' lists of callbacks when somebody asks, so it costs a running
 * program nothing. A task stands in the list itself. `gather`, `shield` and `wait`
 * stand there on behalf of a future of their own, and those who wait for that one
 * are named; a task group stands there for its parent.
 *
 * CPython lists the frames of a waiting task as well. A JavaScript generator hides
 * its frame from everybody, so of a task that waits only what it waits for can be
 * told. The frames of the task that is running stand on the host's stack, and
 * those are listed.
 *
 * @module
 */

import { Handle } from "../loop/handle.ts";
import type { Timer } from "../loop/timer_queue.ts";
import { describe } from "./coroutine.ts";
import { currentTask, getRunningLoop } from "./event_loop.ts";
import { Future } from "./future.ts";
import { Task } from "./task.ts";

/** Where a task stands, as `asyncio.FrameCallGraphEntry`. */
export interface FrameCallGraphEntry {
  /**
   * A frame of the running task, as the host writes it: `in work (file.ts:3:5)`;
   * or what a waiting task waits for: `waits for sleep until 1000 ms`.
   */
  readonly text: string;
}

/** A future and those who wait for it, as `asyncio.FutureCallGraph`. */
export interface FutureCallGraph {
  /** The future or task. */
  readonly future: Future<unknown>;
  /** Where it stands, the innermost first; empty for what is no task. */
  readonly callStack: readonly FrameCallGraphEntry[];
  /** Those who wait for it, in the order in which they began to. */
  readonly awaitedBy: readonly FutureCallGraph[];
}

/**
 * Finds out who waits for a future, and who for those, up to the main task. Tasks
 * that wait for each other in a circle are followed once around.
 *
 * @param future the future or task; by default the current task
 * @returns the graph, `null` when nothing is given and no task is running
 * @throws {TypeError} for what is no future
 * @throws {Error} when nothing is given and no loop is running
 *
 * @example
 * ```ts
 * import { captureCallGraph, createTask, gather, runSync, sleep, Task } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   const child = createTask(sleep(1000), { name: "child" });
 *   const group = createTask(gather([child])[Symbol.iterator]());
 *   group.setName("group");
 *   yield* sleep(10);
 *   const graph = captureCallGraph(child);
 *   assertEquals(graph?.callStack, [{ text: "waits for sleep until 1000 ms" }]);
 *   assertEquals(graph?.awaitedBy.map(({ future }) => future), [group]);
 * }
 * runSync(main);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-graph.html#asyncio.capture_call_graph
 */
export function captureCallGraph(
  future?: Future<unknown>,
): FutureCallGraph | null {
  if (future === undefined) getRunningLoop(); // throws where there is none
  else if (!(future instanceof Future)) {
    throw new TypeError(
      `captureCallGraph() takes a future or a task, not ${describe(future)}`,
    );
  }
  const subject = future ?? currentTask();
  return subject === null ? null : graphOf(subject, []);
}

/**
 * The call graph as text.
 *
 * @param future the future or task; by default the current task
 * @returns lines; an empty text when nothing is given and no task is running
 * @throws {TypeError} for what is no future
 * @throws {Error} when nothing is given and no loop is running
 *
 * @see https://docs.python.org/3/library/asyncio-graph.html#asyncio.format_call_graph
 */
export function formatCallGraph(future?: Future<unknown>): string {
  const graph = captureCallGraph(future);
  return graph === null ? "" : linesOf(graph).join("\n");
}

/**
 * Prints the call graph with `console.log`.
 *
 * @param future the future or task; by default the current task
 * @throws {TypeError} for what is no future
 * @throws {Error} when nothing is given and no loop is running
 *
 * @example
 * ```ts
 * import { createTask, printCallGraph, runSync, sleep } from "@loopbook/loopbook";
 *
 * function* work() {
 *   yield* sleep(1000);
 * }
 * function* main() {
 *   const child = createTask(work(), { name: "child" });
 *   createTask(child[Symbol.iterator](), { name: "parent" });
 *   yield* sleep(10);
 *   printCallGraph(child);
 *   // * Task "child"
 *   //   + Call stack:
 *   //   |   waits for sleep until 1000 ms
 *   //   + Awaited by:
 *   //     * Task "parent"
 *   //       + Call stack:
 *   //       |   waits for task "child"
 * }
 * runSync(main);
 * ```
 *
 * @see https://docs.python.org/3/library/asyncio-graph.html#asyncio.print_call_graph
 */
export function printCallGraph(future?: Future<unknown>): void {
  console.log(formatCallGraph(future));
}

function graphOf(
  future: Future<unknown>,
  path: readonly Future<unknown>[],
): FutureCallGraph {
  const way = [...path, future];
  return {
    future,
    callStack: callStackOf(future),
    awaitedBy: path.includes(future)
      ? []
      : [...awaitersOf(future)].map((awaiter) => graphOf(awaiter, way)),
  };
}

/** The tasks that wait for a future, by themselves or through a combinator. */
function awaitersOf(future: Future<unknown>): Set<Future<unknown>> {
  const { _callbacks: callbacks } = future;
  const entries = Array.isArray(callbacks) ? callbacks : [callbacks];
  const awaiters = new Set<Future<unknown>>();
  for (const entry of entries) {
    const awaiter = entry instanceof Handle ? entry._args[1] : entry;
    if (awaiter instanceof Task) awaiters.add(awaiter);
    else if (awaiter instanceof Future) {
      for (const each of awaitersOf(awaiter)) awaiters.add(each);
    }
  }
  return awaiters;
}

function callStackOf(future: Future<unknown>): FrameCallGraphEntry[] {
  if (!(future instanceof Task) || future.done()) return [];
  if (future === currentTask()) return runningFrames();
  return [{ text: waitOf(future) }];
}

/** What a task waits for, as far as that can be known from outside. */
function waitOf(task: Task<unknown>): string {
  const target = task._wait?._target();
  if (target instanceof Future && !target.done()) {
    return `waits for ${nameOf(target)}`;
  }
  const { _when, _queued, _off } = (target ?? {}) as Partial<Timer>;
  return _queued && !_off
    ? `waits for sleep until ${_when} ms`
    : "is ready to run";
}

function nameOf(future: Future<unknown>): string {
  const label = future._label();
  if (future instanceof Task) return `task "${label}"`;
  return PLAIN.has(label) ? `a ${label}` : `${label}()`;
}

/** Labels of futures that no combinator made. */
const PLAIN: ReadonlySet<string> = new Set(["future", "promise"]);

/** The frames from whoever asks down to the task, less the library's own. */
function runningFrames(): FrameCallGraphEntry[] {
  const library = new URL("..", import.meta.url).href;
  const lines = stackLines();
  // What lies below the step of the task is the loop, and who runs that.
  const step = lines.findIndex((line) =>
    line.includes(`${library}tasks/task.ts`)
  );
  return lines.slice(0, step < 0 ? lines.length : step)
    .filter((line) => !line.includes(library) && !line.includes("<anonymous>"))
    .map((line) => ({ text: line.replace(/^at /, "in ") }));
}

function stackLines(): string[] {
  const host = Error as { stackTraceLimit?: number };
  const { stackTraceLimit } = host;
  if (stackTraceLimit !== undefined) host.stackTraceLimit = Infinity;
  const { stack = "" } = new Error();
  if (stackTraceLimit !== undefined) host.stackTraceLimit = stackTraceLimit;
  return stack.split("\n").map((line) => line.trim())
    .filter((line) => line !== "" && line !== "Error");
}

function linesOf(
  { future, callStack, awaitedBy }: FutureCallGraph,
): string[] {
  const title = future instanceof Task
    ? `Task "${future.getName()}"`
    : nameOf(future);
  const lines = [`* ${title}`];
  if (callStack.length > 0) lines.push("  + Call stack:");
  for (const { text } of callStack) lines.push(`  |   ${text}`);
  if (awaitedBy.length > 0) lines.push("  + Awaited by:");
  for (const each of awaitedBy) {
    lines.push(...linesOf(each).map((line) => `    ${line}`));
  }
  return lines;
}
