// Awaiting a shielded empty task takes three passes.
import { createTask, shield, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* empty() {
  return "value";
}

function* count() {
  for (let number = 0; number < 5; number++) {
    log("pass", number);
    yield* sleep(0);
  }
}

export function* main() {
  createTask(count());
  const shielded = shield(empty());
  log(yield* shielded, shielded.done());
}
