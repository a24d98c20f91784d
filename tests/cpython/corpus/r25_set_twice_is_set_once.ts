// Setting an event that is set changes nothing.
import { createTask, Event, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(event: Event) {
  yield* event.wait();
  log("woken");
}

export function* main() {
  const event = new Event();
  event.set();
  event.set();
  event.clear();
  log(event.isSet());
  const task = createTask(waiter(event));
  yield* sleep(10);
  event.set();
  event.set();
  yield* task;
}
