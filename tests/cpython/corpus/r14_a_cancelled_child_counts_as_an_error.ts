// A child that is cancelled settles the gather, which is not cancelled itself.
import {
  CancelledError,
  createTask,
  currentTask,
  gather,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const child = createTask(sleep(1000));
  const gathered = gather([child, sleep(20)]);
  yield* sleep(10);
  child.cancel();
  try {
    yield* gathered;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error, gathered.cancelled());
  }
  log(currentTask()!.cancelling());
}
