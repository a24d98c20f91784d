// A task that swallows the cancellation at the end is waited for.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* stubborn() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("refuses");
  }
  yield* sleep(50);
  log("done at last");
}

export function* main() {
  createTask(stubborn());
  yield* sleep(10);
}
