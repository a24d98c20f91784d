// Wait for the first may find several done when it wakes up.
import { createTask, FIRST_COMPLETED, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* empty() {
}

export function* main() {
  const tasks = [0, 1, 2].map((_) => createTask(empty()));
  const { done, pending } = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  log([...done], [...pending]);
}
