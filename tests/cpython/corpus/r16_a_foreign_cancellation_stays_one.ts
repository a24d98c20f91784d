// A cancellation from outside is not turned into a TimeoutError.
import { CancelledError, createTask, sleep, timeout } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  yield* timeout(1000, function* () {
    yield* sleep(2000);
  });
}

export function* main() {
  const task = createTask(child());
  yield* sleep(10);
  task.cancel("outside");
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
}
