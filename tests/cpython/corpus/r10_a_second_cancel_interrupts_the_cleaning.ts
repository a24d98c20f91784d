// A second request strikes the wait inside finally.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } finally {
    try {
      yield* sleep(50);
      log("never");
    } finally {
      log("given up");
    }
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(10);
  task.cancel("first");
  yield* sleep(10);
  task.cancel("second");
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
}
