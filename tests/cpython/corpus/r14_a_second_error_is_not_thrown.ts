// Only the first error of several is thrown.
import { gather, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail(name: string, delay: number) {
  yield* sleep(delay);
  log("fails", name);
  throw new Boom(name);
}

export function* main() {
  try {
    yield* gather([fail("late", 20), fail("early", 10)]);
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log("caught", error);
  }
  yield* sleep(20);
}
