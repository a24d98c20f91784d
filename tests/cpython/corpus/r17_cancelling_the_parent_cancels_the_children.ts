// A cancellation from outside cancels the children and is passed on.
import { CancelledError, createTask, sleep, taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  try {
    yield* sleep(1000);
  } finally {
    log("leaving", name);
  }
}

function* parent() {
  yield* taskGroup(function* (group) {
    group.createTask(child("a"));
    group.createTask(child("b"));
  });
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
