// Who takes an item without waiting may overtake the one who was woken for it.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* getter(queue: Queue<unknown>) {
  log("getter", yield* queue.get());
}

export function* main() {
  const queue = new Queue<unknown>();
  const task = createTask(getter(queue));
  yield* sleep(0);
  queue.putNowait("first");
  log("main", queue.getNowait());
  yield* sleep(10);
  queue.putNowait("second");
  yield* task;
}
