// Setting an event wakes all who wait, in the order they came.
import { createTask, Event, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, event: Event) {
  log(name, yield* event.wait());
}

export function* main() {
  const event = new Event();
  const tasks = [..."abc"].map((name) => createTask(waiter(name, event)));
  yield* sleep(0);
  event.set();
  log("set", event.isSet());
  yield* gather(tasks);
}
