// A reset throws at those who wait and leaves the barrier usable.
import {
  Barrier,
  BrokenBarrierError,
  createTask,
  gather,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* party(name: string, barrier: Barrier) {
  try {
    log(name, yield* barrier.wait());
  } catch (error) {
    if (!(error instanceof BrokenBarrierError)) throw error;
    log(name, error);
  }
}

export function* main() {
  const barrier = new Barrier(2);
  const task = createTask(party("a", barrier));
  yield* sleep(0);
  yield* barrier.reset();
  yield* task;
  log(barrier.broken);
  yield* gather([party("b", barrier), party("c", barrier)]);
}
