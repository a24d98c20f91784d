// A party that is cancelled is not counted any more.
import { Barrier, createTask, gather, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* party(name: string, barrier: Barrier) {
  log(name, yield* barrier.wait());
}

export function* main() {
  const barrier = new Barrier(2);
  const task = createTask(party("cancelled", barrier));
  yield* sleep(0);
  task.cancel();
  yield* wait([task]);
  log(barrier.nWaiting, barrier.broken);
  yield* gather([party("a", barrier), party("b", barrier)]);
}
