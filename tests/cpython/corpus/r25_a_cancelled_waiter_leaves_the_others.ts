// A waiter that is cancelled leaves the others waiting.
import { createTask, Event, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, event: Event) {
  try {
    yield* event.wait();
    log(name);
  } finally {
    log(name, "leaves");
  }
}

export function* main() {
  const event = new Event();
  const first = createTask(waiter("first", event));
  const second = createTask(waiter("second", event));
  yield* sleep(0);
  first.cancel();
  yield* sleep(10);
  event.set();
  yield* second;
}
