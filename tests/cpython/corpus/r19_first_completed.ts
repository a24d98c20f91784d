// Wait may return when the first is done.
import { createTask, FIRST_COMPLETED, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const tasks = [30, 10, 20].map((delay) => createTask(sleep(delay)));
  const { done, pending } = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  log([...done], [...pending]);
}
