// A barrier lets nobody pass until all its parties have come.
import { Barrier, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* party(name: string, barrier: Barrier, delay: number) {
  yield* sleep(delay);
  log(name, "comes");
  const position = yield* barrier.wait();
  log(name, "passes", position);
}

export function* main() {
  const barrier = new Barrier(3);
  yield* gather([
    party("a", barrier, 30),
    party("b", barrier, 10),
    party("c", barrier, 20),
  ]);
}
