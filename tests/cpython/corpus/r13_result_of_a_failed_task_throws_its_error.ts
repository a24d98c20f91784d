// The result of a failed task is its error, thrown each time.
import { createTask, sleep, wait } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* child() {
  yield* sleep(0);
  throw new Boom("mine");
}

export function* main() {
  const task = createTask(child());
  yield* wait([task]);
  for (let turn = 0; turn < 2; turn++) {
    try {
      task.result();
    } catch (error) {
      if (!(error instanceof Boom)) throw error;
      log(turn, error);
    }
  }
}
