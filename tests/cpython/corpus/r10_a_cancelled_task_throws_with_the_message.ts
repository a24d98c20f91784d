// The message of the request arrives in the coroutine and at who waits.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("child", error);
    throw error;
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  task.cancel("the reason");
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("main", error);
  }
}
