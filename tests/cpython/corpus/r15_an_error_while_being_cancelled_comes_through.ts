// An error raised in answer to the cancellation is thrown instead of TimeoutError.
import { CancelledError, sleep, waitFor } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new Boom("while leaving");
  }
}

export function* main() {
  try {
    yield* waitFor(fail(), 10);
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error);
  }
}
