// A finally that awaits keeps the cancelled task alive until it is done.
import { createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } finally {
    log("cleaning");
    yield* sleep(20);
    log("clean");
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(10);
  task.cancel();
  yield* wait([task]);
  log(task.cancelled());
}
