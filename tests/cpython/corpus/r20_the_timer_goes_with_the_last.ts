// When all are done the timer is cancelled and the loop need not wait for it.
import { asCompleted, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  for (const each of asCompleted([sleep(10, "done")], { timeout: 50 })) {
    log(yield* each);
  }
  yield* sleep(100);
  log("later");
}
