// A task given twice comes once.
import { asCompleted, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const task = createTask(sleep(10, "once"));
  for (const each of asCompleted([task, task])) {
    log(yield* each);
  }
  log("over");
}
