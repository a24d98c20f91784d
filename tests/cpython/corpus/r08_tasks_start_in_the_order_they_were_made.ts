// New tasks take their turn behind the callbacks that were ready before.
import { createTask, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  log(name);
}

export function* main() {
  const loop = getRunningLoop();
  createTask(child("a"));
  loop.callSoon(log, "callback");
  createTask(child("b"));
  yield* sleep(0);
}
