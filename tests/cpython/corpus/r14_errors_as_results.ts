// With return_exceptions the errors stand among the results.
import { gather, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  throw new Boom("listed");
}

export function* main() {
  const sleeping = sleep(10, "value");
  log(yield* gather([fail(), sleeping], { returnExceptions: true }));
}
