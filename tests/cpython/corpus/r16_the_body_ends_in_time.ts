// A timeout that did not strike leaves no trace.
import { sleep, type Timeout, timeout } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  let limit!: Timeout;
  yield* timeout(20, function* (entered) {
    limit = entered;
    yield* sleep(10);
    log("in time");
  });
  log(limit.expired());
  yield* sleep(20);
}
