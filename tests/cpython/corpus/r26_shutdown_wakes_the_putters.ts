// A shutdown wakes all who wait for room with an error.
import {
  createTask,
  gather,
  Queue,
  QueueShutDown,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* putter(name: string, queue: Queue<unknown>) {
  try {
    yield* queue.put(name);
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    log(name, error);
  }
}

export function* main() {
  const queue = new Queue<unknown>(1);
  queue.putNowait("there");
  const tasks = [..."ab"].map((name) => createTask(putter(name, queue)));
  yield* sleep(0);
  queue.shutdown();
  yield* gather(tasks);
  log(queue.getNowait());
}
