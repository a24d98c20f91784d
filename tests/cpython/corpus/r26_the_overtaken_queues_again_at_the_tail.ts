// A getter that was overtaken stands at the end of the line.
import { createTask, gather, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* getter(name: string, queue: Queue<unknown>) {
  log(name, yield* queue.get());
}

export function* main() {
  const queue = new Queue<unknown>();
  const tasks = [..."ab"].map((name) => createTask(getter(name, queue)));
  yield* sleep(0);
  queue.putNowait("taken");
  queue.getNowait();
  yield* sleep(10);
  queue.putNowait("one");
  queue.putNowait("two");
  yield* gather(tasks);
}
