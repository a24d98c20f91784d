// An eager task that fails at once fails for itself, not in create_task.
import { createTask, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  throw new Boom("eager");
}

export function* main() {
  const task = createTask(child(), { eagerStart: true });
  log("made", task.exception());
  yield* sleep(0);
}
