// With a limit of zero waitFor waits for the cancellation: three passes.
import { createTask, sleep, TimeoutError, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* count() {
  for (let number = 0; number < 5; number++) {
    log("pass", number);
    yield* sleep(0);
  }
}

export function* main() {
  createTask(count());
  try {
    yield* waitFor(sleep(1000), -1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log("back");
  }
}
