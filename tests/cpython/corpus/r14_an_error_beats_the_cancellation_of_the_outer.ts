// A child that fails while the gather is being cancelled settles it with its error.
import { CancelledError, gather, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new Boom("instead");
  }
}

export function* main() {
  const gathered = gather([fail(), sleep(1000)]);
  yield* sleep(10);
  gathered.cancel();
  try {
    yield* gathered;
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error);
  }
}
