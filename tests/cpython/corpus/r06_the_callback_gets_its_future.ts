// A done callback is given the future itself.
import { createTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  return "value";
}

export function* main() {
  const task = createTask(child());
  task.addDoneCallback((done) => log(done === task, done));
  log(yield* task);
}
