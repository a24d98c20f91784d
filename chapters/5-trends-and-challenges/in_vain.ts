import { createTask, run, sleep, type Task } from "../../mod.ts";

// #region in-vain
function* work() {
  yield* sleep(0);
  return "the result";
}

/** Tries to wait for a task without being a coroutine. */
function resultOf(task: Task<string>): string {
  const patience = performance.now() + 50;
  while (!task.done() && performance.now() < patience);
  return task.done() ? task.result() : "nothing, after 50 ms";
}

export function* main() {
  const task = createTask(work());
  console.log(`a function that waits: ${resultOf(task)}`);
  console.log(`a coroutine that waits: ${yield* task}`);
}
// #endregion

if (import.meta.main) await run(main);
