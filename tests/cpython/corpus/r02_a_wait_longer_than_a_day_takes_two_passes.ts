// The loop waits a day at most, then looks again.
import { sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  yield* sleep(100000000);
  log("more than a day later");
}
