// After the timeout each of the remaining throws a TimeoutError.
import { asCompleted, sleep, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const sleeps = [10, 500, 600].map((delay) => sleep(delay, "result"));
  for (const each of asCompleted(sleeps, { timeout: 20 })) {
    try {
      log(yield* each);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      log(error);
    }
  }
}
