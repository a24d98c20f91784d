// An inner task that fails when nobody waits any more is reported.
import { shield, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(20);
  throw new Boom("nobody waits");
}

export function* main() {
  const outer = shield(fail());
  yield* sleep(10);
  outer.cancel();
  yield* sleep(20);
  log("over");
}
