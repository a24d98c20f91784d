// A task that is made while the leftovers are cancelled gets what time is left.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* late() {
  log("late begins");
  yield* sleep(10);
  log("never");
}

function* left() {
  try {
    yield* sleep(1000);
  } finally {
    createTask(late());
    yield* sleep(0);
  }
}

export function* main() {
  createTask(left());
  yield* sleep(0);
}
