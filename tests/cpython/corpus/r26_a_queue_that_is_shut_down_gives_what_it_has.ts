// After a shutdown what is there can still be taken, nothing put.
import { Queue, QueueShutDown, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const queue = new Queue<unknown>();
  queue.putNowait("last");
  queue.shutdown();
  try {
    yield* queue.put("too late");
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    log(error);
  }
  log(yield* queue.get());
  try {
    yield* queue.get();
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    log(error);
  }
  yield* sleep(0);
}
