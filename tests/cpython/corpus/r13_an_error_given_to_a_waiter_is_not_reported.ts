// An error that was thrown at someone who waits counts as retrieved.
import { createTask, gather, sleep, type Task } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("thrown");
}

function* waiter(name: string, task: Task<unknown>) {
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof Boom)) throw error;
    log(name, error);
  }
}

export function* main() {
  const task = createTask(fail());
  yield* gather([waiter("a", task), waiter("b", task)]);
  yield* sleep(10);
}
