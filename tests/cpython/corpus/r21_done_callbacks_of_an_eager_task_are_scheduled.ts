// A callback added to an eager task that is done is scheduled, not called.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  return "value";
}

export function* main() {
  const task = createTask(child(), { eagerStart: true });
  task.addDoneCallback((done) => log("callback", done.result()));
  log("added");
  yield* sleep(0);
}
