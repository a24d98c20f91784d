// An error set and a cancellation in the same pass: the error is lost.
import {
  createTask,
  type Future,
  getRunningLoop,
  sleep,
  wait,
} from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* waiter(future: Future<unknown>) {
  try {
    yield* future;
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log("got", error);
  }
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  const task = createTask(waiter(future));
  yield* sleep(0);
  future.setException(new Boom("lost"));
  task.cancel();
  yield* wait([task]);
  log(task.cancelled(), future.exception());
}
