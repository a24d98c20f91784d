// Leaving a group of one empty task takes three passes.
import { createTask, sleep, taskGroup } from "../../../mod.ts";
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
  yield* taskGroup(function* (group) {
    group.createTask(empty());
  });
  log("back");
}
