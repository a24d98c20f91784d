// A priority queue gives the least item.
import { PriorityQueue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const queue = new PriorityQueue<unknown>();
  for (const item of [3, 1, 2]) {
    queue.putNowait(item);
  }
  log(yield* queue.get());
  queue.putNowait(0);
  log(yield* queue.get(), yield* queue.get(), yield* queue.get());
  yield* sleep(0);
}
