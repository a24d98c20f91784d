// An aborted barrier throws at those who wait and at those who come.
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
    yield* barrier.wait();
  } catch (error) {
    if (!(error instanceof BrokenBarrierError)) throw error;
    log(name, error);
  }
}

export function* main() {
  const barrier = new Barrier(3);
  const tasks = [..."ab"].map((name) => createTask(party(name, barrier)));
  yield* sleep(0);
  yield* barrier.abort();
  log(barrier.broken);
  yield* gather(tasks);
  yield* party("late", barrier);
}
