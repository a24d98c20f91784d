// A lock released with nobody in line is taken again without a switch.
import { createTask, Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const lock = new Lock();
  createTask(other());
  for (let turn = 0; turn < 2; turn++) {
    yield* lock.acquire();
    log(turn);
    lock.release();
  }
  yield* sleep(0);
}
