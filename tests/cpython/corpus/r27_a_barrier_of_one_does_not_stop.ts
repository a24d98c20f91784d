// A barrier for one lets everybody pass at once.
import { Barrier, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const barrier = new Barrier(1);
  createTask(other());
  log(yield* barrier.wait(), yield* barrier.wait(), barrier.nWaiting);
  yield* sleep(0);
}
