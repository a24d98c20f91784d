// A barrier needs at least one party.
import { Barrier, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  for (const parties of [2, 0, -1]) {
    try {
      log(new Barrier(parties).parties);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      log(error);
    }
    yield* sleep(0);
  }
}
