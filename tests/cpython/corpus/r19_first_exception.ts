// Wait may return at the first error.
import { createTask, FIRST_EXCEPTION, sleep, wait } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(20);
  throw new Boom("first");
}

export function* main() {
  const failing = createTask(fail(), { name: "failing" });
  const quick = createTask(sleep(10), { name: "quick" });
  const slow = createTask(sleep(30), { name: "slow" });
  const tasks = [failing, quick, slow];
  const { done, pending } = yield* wait(tasks, { returnWhen: FIRST_EXCEPTION });
  log([...done], [...pending], failing.exception());
}
