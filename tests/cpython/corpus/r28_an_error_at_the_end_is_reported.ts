// A task that fails while it is being cancelled at the end is reported.
import { CancelledError, createTask, sleep } from "../../../mod.ts";
import { Boom } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new Boom("at the end");
  }
}

export function* main() {
  createTask(child());
  yield* sleep(0);
  return "result all the same";
}
