// Without waiting an empty queue and a full one throw.
import { Queue, QueueEmpty, QueueFull, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const queue = new Queue<unknown>(1);
  try {
    queue.getNowait();
  } catch (error) {
    if (!(error instanceof QueueEmpty)) throw error;
    log(error);
  }
  queue.putNowait("item");
  try {
    queue.putNowait("too much");
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    log(error);
  }
  yield* sleep(0);
}
