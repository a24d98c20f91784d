// A task wakes up in the pass after the future got its result.
import {
  createTask,
  type Future,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(future: Future<unknown>) {
  log("got", yield* future);
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  createTask(waiter(future));
  yield* sleep(0);
  future.setResult("value");
  log("set");
  yield* sleep(0);
  log("after one pass");
}
