// Children are waited for, however often the parent is cancelled.
import { createTask, sleep, taskGroup, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } finally {
    yield* sleep(50);
    log("child is clean");
  }
}

function* parent() {
  yield* taskGroup(function* (group) {
    group.createTask(child());
  });
}

export function* main() {
  const task = createTask(parent());
  yield* sleep(10);
  task.cancel("first");
  yield* sleep(10);
  task.cancel("second");
  yield* wait([task]);
  log(task.cancelled(), task.cancelling());
}
