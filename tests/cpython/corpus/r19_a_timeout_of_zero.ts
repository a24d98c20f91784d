// With a timeout of zero wait looks once, after giving the others a turn.
import { createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* empty() {
  log("runs");
}

export function* main() {
  const task = createTask(empty());
  const slow = createTask(sleep(10));
  const { done, pending } = yield* wait([task, slow], { timeout: 0 });
  log([...done], [...pending]);
}
