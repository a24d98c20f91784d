// An eager task is cancelled where it waits.
import { createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } finally {
    log("leaving");
  }
}

export function* main() {
  const task = createTask(child(), { eagerStart: true });
  log(task.cancel(), task.done());
  yield* wait([task]);
  log(task.cancelled());
}
