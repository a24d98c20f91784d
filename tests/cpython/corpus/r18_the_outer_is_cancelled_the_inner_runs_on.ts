// A cancelled shield leaves the inner task running.
import { CancelledError, createTask, shield, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  yield* sleep(20);
  log("inner is done");
  return "value";
}

export function* main() {
  const inner = createTask(child());
  const outer = shield(inner);
  yield* sleep(10);
  outer.cancel();
  try {
    yield* outer;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("outer is cancelled", inner.done());
  }
  log(yield* inner);
}
