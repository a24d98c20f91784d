// A timeout of zero strikes at the first wait of its body, two passes later.
import {
  createTask,
  sleep,
  type Timeout,
  timeout,
  TimeoutError,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* count() {
  for (let number = 0; number < 4; number++) {
    log("pass", number);
    yield* sleep(0);
  }
}

export function* main() {
  let limit!: Timeout;
  createTask(count());
  try {
    yield* timeout(0, function* (entered) {
      limit = entered;
      log("body runs", limit.expired());
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error, limit.expired());
  }
}
