/**
 * Where stage 5 breaks: cancelling a task that knows nothing of it.
 *
 * @module
 */

import { createTask, sleep, TaskLoop } from "./stage5.ts";
import type { Coroutine } from "./stage4.ts";

// #region main
function* download(): Coroutine<void> {
  for (let part = 1; part <= 3; part++) {
    console.log(`part ${part}`);
    yield* sleep(100);
  }
}

function* impatient(): Coroutine<void> {
  const task = createTask(download());
  yield* sleep(150);
  console.log(`cancelled: ${task.cancel()}`);
  yield* sleep(1000);
}

export function main(): void {
  new TaskLoop().runUntilComplete(impatient());
}
// #endregion

if (import.meta.main) main();
