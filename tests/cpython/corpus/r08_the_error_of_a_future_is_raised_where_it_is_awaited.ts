// The wake-up raises the future's error at the await.
import {
  createTask,
  type Future,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* waiter(future: Future<unknown>) {
  try {
    yield* future;
    log("never");
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log("caught", error);
  }
  return "recovered";
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  const task = createTask(waiter(future));
  yield* sleep(0);
  future.setException(new Boom("late"));
  log(yield* task);
}
