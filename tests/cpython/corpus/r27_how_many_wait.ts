// A barrier tells how many wait and how many it needs.
import { Barrier, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* party(barrier: Barrier) {
  yield* barrier.wait();
}

export function* main() {
  const barrier = new Barrier(3);
  createTask(party(barrier));
  const task = createTask(party(barrier));
  yield* sleep(0);
  log(barrier.parties, barrier.nWaiting, barrier.broken);
  yield* barrier.wait();
  yield* task;
  log(barrier.nWaiting);
}
