// The loop stops through a done callback: the pass after the main task's last.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* straggler() {
  for (let turn = 0; turn < 5; turn++) {
    log("straggler", turn);
    yield* sleep(0);
  }
}

export function* main() {
  createTask(straggler());
  yield* sleep(0);
  log("main is over");
  return "result";
}
