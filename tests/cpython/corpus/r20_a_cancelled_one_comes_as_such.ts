// A cancelled task has its turn like the others.
import {
  asCompleted,
  CancelledError,
  createTask,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const cancelled = createTask(sleep(1000));
  const other = createTask(sleep(20, "other"));
  getRunningLoop().callLater(10, () => cancelled.cancel());
  for (const each of asCompleted([other, cancelled])) {
    try {
      log(yield* each);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      log(error);
    }
  }
}
