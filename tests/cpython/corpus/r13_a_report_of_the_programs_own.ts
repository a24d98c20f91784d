// The exception handler hears what the program itself reports.
import { createTask, getRunningLoop, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  yield* sleep(10);
  const loop = getRunningLoop();
  loop.callExceptionHandler({
    message: "mine",
    exception: new Boom("reported"),
  });
}

export function* main() {
  yield* createTask(child());
  log("goes on");
}
