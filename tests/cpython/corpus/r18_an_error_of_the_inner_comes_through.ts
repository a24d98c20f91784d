// The error of the inner task is thrown where the shield is awaited.
import { shield, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("inner");
}

export function* main() {
  try {
    yield* shield(fail());
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error);
  }
}
