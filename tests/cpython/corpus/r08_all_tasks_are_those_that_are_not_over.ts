// The loop knows the tasks that are not over.
import { allTasks, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(delay: number) {
  yield* sleep(delay);
}

export function* main() {
  createTask(child(0), { name: "quick" });
  createTask(child(1000), { name: "slow" });
  log([...allTasks()]);
  yield* sleep(10);
  log([...allTasks()]);
}
