// The result and the exception of a cancelled task both throw the cancellation.
import { CancelledError, createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const task = createTask(sleep(1000));
  yield* sleep(0);
  task.cancel("reason");
  yield* wait([task]);
  try {
    task.result();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
  try {
    task.exception();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
}
