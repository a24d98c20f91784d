// A task that waits under a shield can be cancelled, the shielded one is not.
import { createTask, shield, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* saving() {
  yield* sleep(30);
  log("saved");
}

function* waiter() {
  try {
    yield* shield(saving());
  } finally {
    log("waiter leaves");
  }
}

export function* main() {
  const task = createTask(waiter());
  yield* sleep(10);
  task.cancel();
  yield* wait([task]);
  yield* sleep(50);
}
