// An immediate shutdown throws the items away and lets join return.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* joiner(queue: Queue<unknown>) {
  yield* queue.join();
  log("joined");
}

export function* main() {
  const queue = new Queue<unknown>();
  queue.putNowait("lost");
  queue.putNowait("lost too");
  const task = createTask(joiner(queue));
  yield* sleep(0);
  queue.shutdown({ immediate: true });
  log(queue.qsize());
  yield* task;
}
