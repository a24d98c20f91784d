// A delay that is no number is refused.
import { sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  try {
    yield* sleep(NaN);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log(error);
  }
  yield* sleep(10);
  log("goes on");
}
