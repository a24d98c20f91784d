// A future given twice is awaited once and listed twice.
import { createTask, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("once");
  yield* sleep(10);
  return "value";
}

export function* main() {
  const task = createTask(child());
  log(yield* gather([task, task, sleep(5, "other"), task]));
}
