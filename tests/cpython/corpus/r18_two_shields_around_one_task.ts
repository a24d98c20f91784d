// Each shield around a task is cancelled for itself.
import { createTask, shield, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const inner = createTask(sleep(20, "value"));
  const one = shield(inner);
  const two = shield(inner);
  yield* sleep(10);
  one.cancel();
  log(one.cancelled(), two.done());
  log(yield* two);
}
