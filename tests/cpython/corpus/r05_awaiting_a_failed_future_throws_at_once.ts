// Awaiting a future that failed throws without a switch, each time.
import { createTask, getRunningLoop, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.setException(new Boom("stored"));
  createTask(other());
  for (let turn = 0; turn < 2; turn++) {
    try {
      yield* future;
    } catch (error) {
      if (!(error instanceof Boom)) throw error;
      log(turn, error);
    }
  }
  yield* sleep(0);
}
