// Wait returns when all are done, whatever became of them.
import { createTask, sleep, wait } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("kept");
}

export function* main() {
  const failing = createTask(fail());
  const sleeping = createTask(sleep(20));
  const { done, pending } = yield* wait([failing, sleeping]);
  log([...done], [...pending], failing.exception());
}
