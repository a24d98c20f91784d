// A barrier that was passed closes again for the next round.
import { Barrier, gather } from "../../../mod.ts";
import { log } from "./words.ts";

function* party(name: string, barrier: Barrier) {
  for (let turn = 0; turn < 2; turn++) {
    log(name, turn, yield* barrier.wait());
  }
}

export function* main() {
  const barrier = new Barrier(2);
  yield* gather([party("a", barrier), party("b", barrier)]);
}
