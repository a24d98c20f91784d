// A coroutine given to waitFor with a limit runs in the task of its caller.
import { currentTask, sleep, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log(currentTask()!);
  return "value";
}

export function* main() {
  log(yield* waitFor(child(), 1000));
  log("no pass has gone by");
  yield* sleep(0);
}
