// Who gets from an empty queue waits until an item is put.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* getter(queue: Queue<unknown>) {
  log("got", yield* queue.get());
}

export function* main() {
  const queue = new Queue<unknown>();
  const task = createTask(getter(queue));
  yield* sleep(10);
  queue.putNowait("item");
  log("put", queue.qsize());
  yield* task;
}
