// Join returns when each item that was put has been worked on.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* worker(queue: Queue<unknown>) {
  while (true) {
    const item = yield* queue.get();
    yield* sleep(10);
    log("worked on", item);
    queue.taskDone();
  }
}

export function* main() {
  const queue = new Queue<unknown>();
  for (const item of "abc") {
    queue.putNowait(item);
  }
  const task = createTask(worker(queue));
  yield* queue.join();
  log("joined");
  task.cancel();
}
