// Awaiting a new task takes a pass for its step and one for the wake-up.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* empty() {
}

function* count() {
  for (let number = 0; number < 4; number++) {
    log("pass", number);
    yield* sleep(0);
  }
}

export function* main() {
  createTask(count());
  yield* createTask(empty());
  log("back");
}
