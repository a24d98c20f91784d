// Joining a queue without work does not switch.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const queue = new Queue<unknown>();
  createTask(other());
  yield* queue.join();
  log("joined");
  try {
    queue.taskDone();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log(error);
  }
  yield* sleep(0);
}
