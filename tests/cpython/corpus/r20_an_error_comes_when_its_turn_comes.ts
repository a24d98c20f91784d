// An error is thrown where it is awaited, those behind it still come.
import { asCompleted, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("second");
}

export function* main() {
  const sleeps = [fail(), sleep(20, "third"), sleep(5, "first")];
  for (const each of asCompleted(sleeps)) {
    try {
      log(yield* each);
    } catch (error) {
      if (!(error instanceof Boom)) throw error;
      log(error);
    }
  }
}
