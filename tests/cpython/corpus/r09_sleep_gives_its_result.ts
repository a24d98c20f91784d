// A sleep returns what it was given.
import { sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  log(yield* sleep(10, "slept"));
  log(yield* sleep(0, "yielded"));
  log(yield* sleep(10));
}
