// A child's error beats the cancellation from outside, which stays pending.
import {
  CancelledError,
  createTask,
  currentTask,
  ExceptionGroup,
  sleep,
  taskGroup,
  wait,
} from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new Boom("child");
  }
}

function* parent() {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(child());
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error, currentTask()!.cancelling());
  }
  yield* sleep(10);
  log("never");
}

export function* main() {
  const task = createTask(parent());
  yield* sleep(10);
  task.cancel();
  yield* wait([task]);
  log(task.cancelled());
}
