// A lock that is not taken cannot be released.
import { Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const lock = new Lock();
  yield* sleep(0);
  try {
    lock.release();
  } catch (error) {
    log(error);
  }
  using _ = yield* lock.acquire();
  log(lock.locked());
}
