// Who puts into a full queue waits until there is room.
import { createTask, Queue, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* putter(queue: Queue<unknown>) {
  for (let item = 0; item < 3; item++) {
    yield* queue.put(item);
    log("put", item, queue.full());
  }
}

export function* main() {
  const queue = new Queue<unknown>(1);
  const task = createTask(putter(queue));
  for (let turn = 0; turn < 3; turn++) {
    yield* sleep(10);
    log("got", queue.getNowait());
  }
  yield* task;
}
