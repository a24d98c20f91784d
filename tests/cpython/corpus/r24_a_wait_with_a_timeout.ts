// A timeout around a wait leaves with the lock held, then released by the block.
import { Condition, TimeoutError, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const condition = new Condition();
  try {
    using _ = yield* condition.acquire();
    try {
      yield* waitFor(condition.wait(), 10);
    } finally {
      log(condition.locked());
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error, condition.locked());
  }
}
