// With a limit of zero a coroutine is cancelled before its first step.
import { TimeoutError, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("never");
}

export function* main() {
  try {
    yield* waitFor(child(), 0);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
