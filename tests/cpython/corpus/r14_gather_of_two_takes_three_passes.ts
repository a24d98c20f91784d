// Gather takes a pass for the steps, one for the callbacks, one for the wake-up.
import { createTask, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* empty() {
}

function* count() {
  for (let number = 0; number < 5; number++) {
    log("pass", number);
    yield* sleep(0);
  }
}

export function* main() {
  createTask(count());
  yield* gather([empty(), empty()]);
  log("back");
}
