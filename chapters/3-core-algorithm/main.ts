import { type EventLoopOptions, Runner, sleep, type Task } from "../../mod.ts";

// #region work
function* make(dish: string, milliseconds: number) {
  yield* sleep(milliseconds);
  console.log(`${dish} is ready`);
  return dish;
}

function pour(task: Task<string>) {
  console.log(`pour the ${task.result()}`);
}

function clear(task: Task<string>) {
  console.log(`clear the table after the ${task.result()}`);
}
// #endregion

// #region steps
export async function main(options: EventLoopOptions = {}) {
  const runner = new Runner(options); // step 1: a loop
  const loop = runner.getLoop();

  const toast = loop.createTask(make("toast", 20), { name: "toast" });
  const tea = loop.createTask(make("tea", 30), { name: "tea" }); // steps 2, 3
  tea.addDoneCallback(pour);
  tea.addDoneCallback(clear);
  loop.callSoon(function layTheTable() {
    console.log("lay the table");
  });
  loop.callLater(10, function ring() {
    console.log("ring the bell");
  });
  console.log("everything is asked for, nothing has run");

  await loop.runUntilComplete(tea); // step 4
  console.log(`the loop has stopped; the toast: ${toast.result()}`);
  await runner.close();
}
// #endregion

if (import.meta.main) await main();
