// After clear those who come wait for the next set.
import { createTask, Event, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(event: Event) {
  for (let turn = 0; turn < 2; turn++) {
    yield* event.wait();
    log("turn", turn);
    event.clear();
  }
}

export function* main() {
  const event = new Event();
  const task = createTask(waiter(event));
  for (let turn = 0; turn < 2; turn++) {
    yield* sleep(10);
    event.set();
  }
  yield* task;
}
