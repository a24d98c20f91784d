// A timeout that has been left cannot be put off.
import { sleep, type Timeout, timeout } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  let limit!: Timeout;
  yield* timeout(1000, function* (entered) {
    limit = entered;
    yield* sleep(10);
  });
  try {
    limit.reschedule(null);
  } catch (error) {
    log(error);
  }
}
