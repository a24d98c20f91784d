// Wait needs something to wait for.
import { sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  yield* sleep(0);
  try {
    yield* wait([]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log(error);
  }
}
