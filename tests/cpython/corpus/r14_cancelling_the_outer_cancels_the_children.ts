// Cancelling a gather cancels its children; it is over when one of them is.
import { CancelledError, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  try {
    yield* sleep(1000);
  } finally {
    log("leaving", name);
  }
}

export function* main() {
  const gathered = gather([child("a"), child("b")]);
  yield* sleep(10);
  log(gathered.cancel(), gathered.done());
  try {
    yield* gathered;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log(error);
  }
}
