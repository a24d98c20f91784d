// A barrier that was aborted can be used after a reset.
import { Barrier, gather } from "../../../mod.ts";
import { log } from "./words.ts";

function* party(name: string, barrier: Barrier) {
  log(name, yield* barrier.wait());
}

export function* main() {
  const barrier = new Barrier(2);
  yield* barrier.abort();
  log(barrier.broken);
  yield* barrier.reset();
  log(barrier.broken);
  yield* gather([party("a", barrier), party("b", barrier)]);
}
