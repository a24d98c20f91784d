// After a refused wait a task waits as usual.
import { currentTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  for (let turn = 0; turn < 2; turn++) {
    try {
      yield* currentTask()!;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      log(turn, error);
    }
  }
  log(yield* sleep(10, "slept"));
}
