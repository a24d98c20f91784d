// Waiting for a new task of an empty coroutine takes three passes.
import { createTask, sleep, wait } from "../../../mod.ts";
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
  const { done, pending } = yield* wait([createTask(empty())]);
  log(done.size, pending.size);
}
