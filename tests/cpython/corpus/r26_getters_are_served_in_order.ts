// Those who wait for items are served in the order they came.
import { createTask, gather, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* getter(name: string, queue: Queue<unknown>) {
  log(name, yield* queue.get());
}

export function* main() {
  const queue = new Queue<unknown>();
  const tasks = [..."abc"].map((name) => createTask(getter(name, queue)));
  yield* sleep(0);
  for (let item = 0; item < 3; item++) {
    queue.putNowait(item);
  }
  yield* gather(tasks);
}
