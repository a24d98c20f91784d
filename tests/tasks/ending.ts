import type { Coroutine, Task } from "../../mod.ts";

/** Waits for a task and says how it ended. */
export function* ending(task: Task<unknown>): Coroutine<string> {
  try {
    return `result ${String(yield* task)}`;
  } catch (error) {
    return (error as Error).name;
  }
}
