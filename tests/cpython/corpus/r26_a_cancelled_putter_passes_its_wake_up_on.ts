// A putter that is cancelled after it was woken wakes the next.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* putter(item: string, queue: Queue<unknown>) {
  yield* queue.put(item);
  log("put", item);
}

export function* main() {
  const queue = new Queue<unknown>(1);
  queue.putNowait("full");
  const first = createTask(putter("first", queue));
  const second = createTask(putter("second", queue));
  yield* sleep(0);
  log(queue.getNowait());
  first.cancel();
  yield* second;
  log(queue.getNowait());
}
