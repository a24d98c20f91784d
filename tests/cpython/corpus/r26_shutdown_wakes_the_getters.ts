// A shutdown wakes all who wait for items with an error.
import {
  createTask,
  gather,
  Queue,
  QueueShutDown,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* getter(name: string, queue: Queue<unknown>) {
  try {
    yield* queue.get();
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    log(name, error);
  }
}

export function* main() {
  const queue = new Queue<unknown>();
  const tasks = [..."ab"].map((name) => createTask(getter(name, queue)));
  yield* sleep(0);
  queue.shutdown();
  log("shut down");
  yield* gather(tasks);
}
