// The timer of a sleep that was left early does not keep the loop waiting.
import { createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const task = createTask(sleep(1000));
  yield* sleep(10);
  task.cancel();
  yield* wait([task]);
  log(task.cancelled());
  yield* sleep(2000);
}
