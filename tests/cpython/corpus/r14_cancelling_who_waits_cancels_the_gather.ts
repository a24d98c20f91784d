// Cancelling the task that waits for a gather goes to the children.
import { CancelledError, createTask, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  try {
    yield* sleep(1000);
  } finally {
    log("leaving", name);
  }
}

function* parent() {
  yield* gather([child("a"), child("b")]);
}

export function* main() {
  const task = createTask(parent());
  yield* sleep(10);
  task.cancel("outside");
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error, task.cancelling());
  }
}
