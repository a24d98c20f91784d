// A timeout rescheduled to none never strikes.
import { sleep, timeout } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  yield* timeout(10, function* (limit) {
    limit.reschedule(null);
    yield* sleep(50);
    log(limit.when(), limit.expired());
  });
  log("over");
}
