// After a refused wait a task takes what is done and yields as usual.
import { currentTask, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  try {
    yield* currentTask()!;
  } catch (error) {
    log(error);
  }
  const future = getRunningLoop().createFuture<unknown>();
  future.setResult("done");
  log(yield* future);
  log(yield* sleep(0, "yielded"));
}
