/** Counts the loop passes that an operation takes, for the tests of this room. */
import { type Coroutine, getRunningLoop, type Handle } from "../../mod.ts";

/**
 * Runs an operation beside a callback that reschedules itself in every pass.
 *
 * @param operation what to wait for
 * @returns how many passes began between its start and its end
 */
export function* passesOf(
  operation: () => Coroutine<unknown>,
): Coroutine<number> {
  const loop = getRunningLoop();
  let passes = 0;
  let handle: Handle;
  const tick = () => {
    passes++;
    handle = loop.callSoon(tick);
  };
  handle = loop.callSoon(tick);
  try {
    yield* operation();
  } catch {
    // How it ends does not matter here, only when.
  }
  handle.cancel();
  return passes;
}
