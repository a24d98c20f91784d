// A body that does not wait ends well even under a timeout of zero.
import { sleep, type Timeout, timeout } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  let limit!: Timeout;
  yield* timeout(0, function* (entered) {
    limit = entered;
    log("body");
  });
  log(limit.expired());
  yield* sleep(0);
  log("nothing came");
}
