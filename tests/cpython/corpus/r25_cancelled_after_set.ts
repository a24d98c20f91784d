// A waiter cancelled in the pass of the set is cancelled.
import { createTask, Event, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(event: Event) {
  yield* event.wait();
  log("never");
}

export function* main() {
  const event = new Event();
  const task = createTask(waiter(event));
  yield* sleep(0);
  event.set();
  task.cancel();
  yield* wait([task]);
  log(task.cancelled(), event.isSet());
}
