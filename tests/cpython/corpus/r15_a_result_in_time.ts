// waitFor gives the result and leaves no timer behind.
import { sleep, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  log(yield* waitFor(sleep(10, "in time"), 20));
  yield* sleep(20);
  log("later");
}
