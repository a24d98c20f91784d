// A task's result is its coroutine's alone.
import { createTask, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  yield* sleep(0);
  return "own";
}

export function* main() {
  const task = createTask(child());
  try {
    task.setResult("foreign");
  } catch (error) {
    log(error);
  }
  try {
    task.setException(new Boom("foreign"));
  } catch (error) {
    log(error);
  }
  log(yield* task);
}
