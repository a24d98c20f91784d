// A cancellation in the pass of a refused wait takes the place of its error.
import {
  CancelledError,
  createTask,
  currentTask,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* currentTask()!;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("instead", error);
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  log(task.cancel("cancelled"));
  yield* sleep(10);
  log(task.done(), task.cancelled());
}
