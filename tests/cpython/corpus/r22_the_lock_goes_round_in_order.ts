// Those who wait for a lock get it in the order they came.
import { gather, Lock, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* worker(name: string, lock: Lock) {
  using _ = yield* lock.acquire();
  log(name, "has it");
  yield* sleep(10);
}

export function* main() {
  const lock = new Lock();
  yield* gather([worker("a", lock), worker("b", lock), worker("c", lock)]);
  log(lock.locked());
}
