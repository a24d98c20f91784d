// A queue gives its items in the order they were put, without a switch.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const queue = new Queue<unknown>();
  createTask(other());
  for (const item of "abc") {
    yield* queue.put(item);
  }
  log(queue.qsize());
  log(
    yield* queue.get(),
    yield* queue.get(),
    yield* queue.get(),
    queue.empty(),
  );
  yield* sleep(0);
}
