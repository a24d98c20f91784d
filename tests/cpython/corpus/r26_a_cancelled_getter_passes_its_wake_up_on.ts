// A getter that is cancelled after it was woken wakes the next.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* getter(name: string, queue: Queue<unknown>) {
  log(name, yield* queue.get());
}

export function* main() {
  const queue = new Queue<unknown>();
  const first = createTask(getter("first", queue));
  const second = createTask(getter("second", queue));
  yield* sleep(0);
  queue.putNowait("item");
  first.cancel();
  yield* second;
  log(queue.empty());
}
