// Waiting for an event that is set does not switch.
import { createTask, Event, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const event = new Event();
  event.set();
  createTask(other());
  log(yield* event.wait());
  yield* sleep(0);
}
