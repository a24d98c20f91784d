import { createTask, getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
function* answer(guest: string) {
  yield* sleep(100); // the kitchen works, we wait
  console.log(`  ${getRunningLoop().time()} ms: ${guest} is served`);
}

export function* main() {
  const guests = ["Ada", "Grace", "Barbara"];

  console.log("one after the other");
  for (const guest of guests) yield* answer(guest);

  console.log("together");
  const tasks = guests.map((guest) => createTask(answer(guest)));
  for (const task of tasks) yield* task;
}
// #endregion

if (import.meta.main) await run(main, { clock: "virtual" });
