// When the result and the limit fall together the earlier timer wins.
import { getRunningLoop, TimeoutError, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  const future = loop.createFuture<unknown>();
  loop.callLater(10, () => future.setResult("just in time"));
  try {
    log(yield* waitFor(future, 10));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log("late", future.result());
  }
}
