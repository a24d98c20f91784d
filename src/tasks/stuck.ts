/**
 * What to say when no task can ever go on.
 *
 * @module
 */

import type { Task } from "./task.ts";

/** Says which tasks wait, and for what. */
export function stuckTasks(tasks: Task<unknown>[]): string {
  const lines = tasks.map((task) =>
    `  ${task.getName()} waits for ${waitsFor(task)}`
  );
  return `No task can go on: nothing is ready, no timer is set, and nothing outside is awaited\n${
    lines.join("\n")
  }`;
}

function waitsFor(task: Task<unknown>): string {
  const target = task._wait?._target() as
    | { getName?(): string; _when?: number }
    | undefined;
  if (target?._when === Infinity) return "sleep(Infinity), which never ends";
  return target?.getName?.() ?? "a future that nobody settles";
}
