// The first error is thrown at once; the siblings go on.
import { createTask, gather, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("first");
}

function* sibling() {
  yield* sleep(20);
  log("sibling goes on");
  return "value";
}

export function* main() {
  const task = createTask(sibling());
  try {
    yield* gather([task, fail()]);
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(error, task.done());
  }
  log(yield* task);
}
