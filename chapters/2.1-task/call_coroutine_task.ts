// deno-lint-ignore-file loopbook/no-floating-coroutines -- it is the subject
import { allTasks, createTask, currentTask, run, sleep } from "../../mod.ts";

// #region operations
function checksum(name: string): number {
  console.log(`  checksum of ${name}, in ${currentTask()?.getName()}`);
  return name.length;
}

function* upload(name: string) {
  console.log(`  ${name}: started, in ${currentTask()?.getName()}`);
  yield* sleep(20);
  console.log(`  ${name}: sent`);
}
// #endregion

// #region main
export function* main() {
  console.log("a plain call");
  checksum("photo");

  console.log("a coroutine that nobody drives");
  upload("photo"); // the mistake under study
  yield* sleep(1000);
  console.log(`  a second later there is ${allTasks().length} task`);

  console.log("a coroutine driven by the caller");
  yield* upload("photo");

  console.log("a task");
  const task = createTask(upload("photo"));
  console.log(`  now there are ${allTasks().length} tasks`);
  yield* task;
}
// #endregion

if (import.meta.main) await run(main);
