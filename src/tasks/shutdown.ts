/**
 * The end of a program: what it has left behind is cancelled and waited for.
 *
 * CPython waits with `gather(return_exceptions=True)`. Of a gather only this much
 * is needed here: it is over in the pass after the last child. So a program that
 * gathers nothing of its own does not have to load one.
 *
 * @module
 */

import { allTasks, type EventLoop } from "./event_loop.ts";
import { Future } from "./future.ts";
import type { Task } from "./task.ts";

// #region cancel-all
/** Cancels what is left on a loop (rule 28); `null` when nothing is. */
export function cancelAll(loop: EventLoop): {
  ended(): Future<void>;
  report(): void;
} | null {
  const tasks = allTasks(loop);
  if (tasks.length === 0) return null;
  for (const task of tasks) task.cancel();
  return {
    ended() {
      return allEnded(tasks, loop);
    },
    report() {
      for (const task of tasks) reportFailure(task, loop);
    },
  };
}

function allEnded(tasks: Task<unknown>[], loop: EventLoop): Future<void> {
  const ended = new EndOfAll(loop);
  let left = tasks.length;
  // CPython waits with gather(), and by that name it goes in a trace.
  const gather = () => {
    if (--left === 0) ended.setResult();
  };
  for (const task of tasks) task.addDoneCallback(gather);
  return ended;
}
// #endregion

/** In a trace it goes by the name that CPython's has. */
class EndOfAll extends Future<void> {
  override _label(): string {
    return "gather";
  }
}

function reportFailure(task: Task<unknown>, loop: EventLoop): void {
  if (task.cancelled()) return;
  const exception = task.exception();
  if (exception === undefined) return;
  loop.callExceptionHandler({
    message: "Unhandled exception while run() was shutting down",
    exception,
    task,
  });
}
