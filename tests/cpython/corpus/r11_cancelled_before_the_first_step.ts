// A task that is cancelled before its first step never runs its body.
import { CancelledError, createTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    log("never");
  } finally {
    log("neither");
  }
}

export function* main() {
  const task = createTask(child());
  log(task.cancel("too early"));
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
}
