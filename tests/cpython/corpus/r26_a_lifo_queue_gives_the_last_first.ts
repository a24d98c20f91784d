// A last-in-first-out queue gives the youngest item.
import { LifoQueue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const queue = new LifoQueue<unknown>();
  for (const item of "abc") {
    queue.putNowait(item);
  }
  log(yield* queue.get());
  queue.putNowait("d");
  log(yield* queue.get(), yield* queue.get(), yield* queue.get());
  yield* sleep(0);
}
