// A cancelled task that raises something else has failed.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new Boom("instead");
  }
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error, task.cancelled());
  }
}
