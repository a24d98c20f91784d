// When the limit is over the awaited is cancelled and TimeoutError thrown.
import { sleep, TimeoutError, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* slow() {
  try {
    yield* sleep(1000);
  } finally {
    log("leaving");
  }
}

export function* main() {
  try {
    yield* waitFor(slow(), 10);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
