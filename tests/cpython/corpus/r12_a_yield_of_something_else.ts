// A coroutine that yields what is no future gets an error in a new step.
import { type Coroutine, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* bad(): Coroutine<void> {
  // @ts-expect-error: a number, on purpose
  yield 5;
}

export function* main() {
  const loop = getRunningLoop();
  loop.callSoon(log, "before the error");
  try {
    yield* bad();
  } catch {
    log("refused");
  }
  yield* sleep(10);
}
