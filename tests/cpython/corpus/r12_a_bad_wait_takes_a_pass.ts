// The error for a bad wait comes in the next pass, behind what was ready.
import { createTask, currentTask, getRunningLoop } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* currentTask()!;
  } catch {
    log("refused");
  }
}

export function* main() {
  const loop = getRunningLoop();
  const task = createTask(child());
  loop.callSoon(() => {
    log("before");
    loop.callSoon(log, "behind the error");
  });
  yield* task;
}
