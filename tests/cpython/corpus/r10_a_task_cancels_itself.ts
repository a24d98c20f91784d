// A task that cancels itself is struck at its next await.
import { CancelledError, currentTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const task = currentTask()!;
  task.cancel("myself");
  log("still here");
  try {
    yield* sleep(0);
    log("never");
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
  return "survived";
}
