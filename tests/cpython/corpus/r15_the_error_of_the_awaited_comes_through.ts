// An error of the awaited is thrown as it is.
import { sleep, waitFor } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("inside");
}

export function* main() {
  try {
    yield* waitFor(fail(), 1000);
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error);
  }
  yield* sleep(10);
}
