// A release wakes only the first of those who wait.
import { createTask, Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, lock: Lock) {
  yield* lock.acquire();
  log(name);
}

export function* main() {
  const lock = new Lock();
  yield* lock.acquire();
  createTask(waiter("a", lock));
  createTask(waiter("b", lock));
  yield* sleep(0);
  lock.release();
  log("released", lock.locked());
  yield* sleep(10);
  log(lock.locked());
}
