// A future that is cancelled schedules its callbacks as one with a result does.
import {
  CancelledError,
  createTask,
  type Future,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(future: Future<unknown>) {
  try {
    yield* future;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("waiter", error);
  }
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.addDoneCallback((done) => log("callback", done.cancelled()));
  const task = createTask(waiter(future));
  yield* sleep(0);
  log(future.cancel("enough"));
  log(future.cancel("again"));
  yield* task;
}
