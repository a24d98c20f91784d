// A task that awaits itself gets an error in a new step.
import { createTask, currentTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* currentTask()!;
  } catch (error) {
    log(error);
  }
  return "goes on";
}

export function* main() {
  const task = createTask(child());
  yield* sleep(0);
  log(task.done());
  log(task.done() ? task.result() : "not yet");
  yield* sleep(0);
  log(task.result());
}
