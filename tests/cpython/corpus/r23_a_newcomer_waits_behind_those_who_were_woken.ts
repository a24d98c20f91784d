// A newcomer takes no permit while others wait, even when one is left.
import { createTask, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* worker(name: string, semaphore: Semaphore) {
  yield* semaphore.acquire();
  log(name);
  semaphore.release();
}

export function* main() {
  const semaphore = new Semaphore(1);
  yield* semaphore.acquire();
  createTask(worker("a", semaphore));
  createTask(worker("b", semaphore));
  yield* sleep(0);
  semaphore.release();
  semaphore.release();
  yield* worker("main", semaphore);
}
