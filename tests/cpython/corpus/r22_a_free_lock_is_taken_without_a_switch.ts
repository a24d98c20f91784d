// Taking a lock that is free does not switch.
import { createTask, Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const lock = new Lock();
  createTask(other());
  log(lock.locked());
  yield* lock.acquire();
  log(lock.locked());
  lock.release();
  log(lock.locked());
  yield* sleep(0);
}
