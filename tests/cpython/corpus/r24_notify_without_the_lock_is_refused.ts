// Notifying and waiting need the lock.
import { Condition, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const condition = new Condition();
  try {
    condition.notify();
  } catch (error) {
    log(error);
  }
  yield* sleep(0);
  try {
    yield* condition.wait();
  } catch (error) {
    log(error);
  }
}
