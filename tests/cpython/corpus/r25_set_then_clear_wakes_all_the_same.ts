// Those who waited wake up even if the event is cleared at once.
import { createTask, Event, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, event: Event) {
  yield* event.wait();
  log(name, event.isSet());
}

export function* main() {
  const event = new Event();
  const tasks = [..."ab"].map((name) => createTask(waiter(name, event)));
  yield* sleep(0);
  event.set();
  event.clear();
  yield* wait(tasks);
}
