// With a limit of zero only a result that is there already is returned.
import { createTask, getRunningLoop, sleep, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.setResult("there");
  createTask(other());
  log(yield* waitFor(future, 0));
  yield* sleep(0);
}
