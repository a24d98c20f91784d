// When all children are done the gather cannot be cancelled any more.
import { createTask, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  return "value";
}

export function* main() {
  const task = createTask(child());
  const gathered = gather([task]);
  yield* sleep(0);
  log(task.done(), gathered.done(), gathered.cancel());
  log(yield* gathered);
}
