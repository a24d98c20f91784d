import { createTask, type Future, run, sleep } from "../../mod.ts";

// #region done-callback
function* order(item: string) {
  yield* sleep(10);
  if (item === "kettle") throw new Error("out of stock");
  return item;
}

function believe(error: unknown) {
  console.log(`  believe: ${error ? "an error" : "no error"}`);
}

function ask(task: Future<string>) {
  const error = task.exception() as Error | undefined;
  console.log(`  ask: ${error ? error.message : "no error"}`);
}

export function* main() {
  for (const item of ["cup", "kettle"]) {
    console.log(item);
    const task = createTask(order(item));
    task.addDoneCallback(believe);
    task.addDoneCallback(ask);
    yield* sleep(20);
  }
}
// #endregion

if (import.meta.main) await run(main);
