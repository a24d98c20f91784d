// Children that swallow the cancellation: the gather is cancelled all the same.
import { CancelledError, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* stubborn(name: string) {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(name, "refuses");
  }
  return name;
}

export function* main() {
  const gathered = gather([stubborn("a"), stubborn("b")]);
  yield* sleep(10);
  gathered.cancel();
  try {
    log(yield* gathered);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("cancelled");
  }
}
