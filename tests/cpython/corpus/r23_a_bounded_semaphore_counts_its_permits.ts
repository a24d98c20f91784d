// A bounded semaphore refuses a release too many, a plain one does not.
import { BoundedSemaphore, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const plain = new Semaphore(1);
  plain.release();
  const bounded = new BoundedSemaphore(1);
  try {
    bounded.release();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log(error);
  }
  {
    using _ = yield* bounded.acquire();
    log(bounded.locked());
  }
  yield* plain.acquire();
  log(plain.locked());
  yield* sleep(0);
}
