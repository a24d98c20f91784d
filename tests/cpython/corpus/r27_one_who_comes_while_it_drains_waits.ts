// Who comes while the others are passing waits for the next round.
import { Barrier, createTask, gather } from "../../../mod.ts";
import { log } from "./words.ts";

function* party(name: string, barrier: Barrier) {
  log(name, yield* barrier.wait());
}

export function* main() {
  const barrier = new Barrier(2);
  const tasks = [..."abcd"].map((name) => createTask(party(name, barrier)));
  yield* gather(tasks);
  log(barrier.nWaiting);
}
