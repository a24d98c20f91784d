// A semaphore cannot begin below nothing.
import { Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  for (const value of [1, 0, -1]) {
    try {
      log(new Semaphore(value).locked());
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      log(error);
    }
    yield* sleep(0);
  }
}
