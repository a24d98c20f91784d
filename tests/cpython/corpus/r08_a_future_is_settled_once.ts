// A second result is refused.
import { getRunningLoop, InvalidStateError, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.setResult("first");
  try {
    future.setResult("second");
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    log(error);
  }
  try {
    future.setException(new Boom("third"));
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    log(error);
  }
  log(future.cancel(), yield* future);
  yield* sleep(0);
}
