// An error that nobody catches fails each task on its way to main.
import { createTask, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* inner() {
  yield* sleep(10);
  throw new Boom("inner");
}

function* outer() {
  yield* createTask(inner());
}

export function* main() {
  const task = createTask(outer());
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error, task.exception() === error);
  }
}
