// After a plain shutdown join waits until what is there has been worked on.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* joiner(queue: Queue<unknown>) {
  yield* queue.join();
  log("joined");
}

export function* main() {
  const queue = new Queue<unknown>();
  queue.putNowait("work");
  const task = createTask(joiner(queue));
  yield* sleep(0);
  queue.shutdown();
  yield* sleep(10);
  log(task.done(), queue.getNowait());
  queue.taskDone();
  yield* task;
}
