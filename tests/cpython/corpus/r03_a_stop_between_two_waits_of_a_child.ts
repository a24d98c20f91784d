// A stop ends the run even though main and a child still have work to do.
import { createTask, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  for (let turn = 0; turn < 3; turn++) {
    log("child", turn);
    if (turn === 1) {
      getRunningLoop().stop();
    }
    yield* sleep(10);
  }
}

export function* main() {
  yield* createTask(child());
  log("never");
}
