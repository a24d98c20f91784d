// The timer fires in one pass, the task resumes in the next.
import { createTask, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* sleeper() {
  yield* sleep(10);
  log("sleeper");
}

export function* main() {
  const loop = getRunningLoop();
  createTask(sleeper());
  yield* sleep(0);
  loop.callLater(10, () => {
    log("timer");
    loop.callSoon(log, "after timer");
  });
  yield* sleep(20);
}
