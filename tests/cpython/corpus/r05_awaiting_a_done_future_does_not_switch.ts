// Awaiting a future that is done does not switch to another task.
import { createTask, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.setResult("value");
  createTask(other());
  log(yield* future);
  log(yield* future);
  yield* sleep(0);
}
