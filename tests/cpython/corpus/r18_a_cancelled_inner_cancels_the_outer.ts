// When the inner task is cancelled, so is the shield.
import { CancelledError, createTask, shield, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const inner = createTask(sleep(1000));
  const outer = shield(inner);
  yield* sleep(10);
  inner.cancel("inner");
  try {
    yield* outer;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error, outer.cancelled());
  }
}
