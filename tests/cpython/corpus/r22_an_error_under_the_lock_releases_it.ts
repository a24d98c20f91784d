// An error inside the block releases the lock.
import { Lock, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

export function* main() {
  const lock = new Lock();
  try {
    using _ = yield* lock.acquire();
    yield* sleep(10);
    throw new Boom("inside");
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error, lock.locked());
  }
}
