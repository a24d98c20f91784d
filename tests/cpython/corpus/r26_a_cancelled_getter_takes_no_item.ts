// A getter that is cancelled while it waits leaves the item to the next.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* getter(name: string, queue: Queue<unknown>) {
  log(name, yield* queue.get());
}

export function* main() {
  const queue = new Queue<unknown>();
  const first = createTask(getter("first", queue));
  const second = createTask(getter("second", queue));
  yield* sleep(0);
  first.cancel();
  queue.putNowait("item");
  yield* second;
  log(first.cancelled());
}
