// An error in a callback disturbs neither the task before it nor the one behind it.
import { createTask, gather, getRunningLoop, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child(name: string) {
  log(name);
  yield* sleep(0);
  log(name, "again");
}

export function* main() {
  const loop = getRunningLoop();

  function fail() {
    throw new Boom("between");
  }

  const first = createTask(child("first"));
  loop.callSoon(fail);
  const second = createTask(child("second"));
  yield* gather([first, second]);
}
