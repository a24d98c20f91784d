// As many as there are permits enter, the others wait.
import { gather, Semaphore, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* worker(name: string, semaphore: Semaphore) {
  using _ = yield* semaphore.acquire();
  log(name, "enters");
  yield* sleep(10);
}

export function* main() {
  const semaphore = new Semaphore(2);
  yield* gather([..."abcd"].map((name) => worker(name, semaphore)));
  log(semaphore.locked());
}
