// Taking a permit that is free does not switch.
import { createTask, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const semaphore = new Semaphore(2);
  createTask(other());
  yield* semaphore.acquire();
  log(semaphore.locked());
  yield* semaphore.acquire();
  log(semaphore.locked());
  yield* sleep(0);
}
