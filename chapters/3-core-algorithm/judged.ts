/**
 * Stage 6 before the judge: programs that were recorded from CPython.
 *
 * @module
 */

import { type Adapter, conformance } from "@loopbook/loopbook/conformance";
import { CancelledError, Future } from "./stage3.ts";
import { type Coroutine, resultOf } from "./stage4.ts";
import { CancelLoop, sleep } from "./stage6.ts";

// #region adapter
/** A loop that is run until nothing is left. */
export class JudgedLoop extends CancelLoop {
  override run(): void {
    this.runUntil(() => false);
  }
}

/** What stage 6 can do, operation by operation. */
export const adapter: Adapter<JudgedLoop, Future<unknown>> = {
  name: "stage 6",
  makeLoop: () => new JudgedLoop(),
  run: (loop) => loop.run(),
  time: (loop) => loop.time,
  callSoon: (loop, callback) => loop.callSoon(callback),
  callLater: (loop, delay, callback) => loop.callLater(delay, callback),
  createFuture: (loop) => new Future(loop),
  setResult: (future, value) => future.setResult(value),
  setException: (future, error) => future.setException(error),
  addDoneCallback: (future, callback) => future.addDoneCallback(callback),
  done: (future) => future.done(),
  result: (future) => future.result(),
  createTask: (loop, coroutine) =>
    loop.createTask(coroutine as Coroutine<unknown>),
  await: (future) => resultOf(future),
  sleep: (_loop, delay) => sleep(delay),
  cancel: (future) => future.cancel(),
  isCancellation: (error) => error instanceof CancelledError,
};
// #endregion

// #region main
export async function main() {
  const report = await conformance(adapter).run();
  for (const { rule, title, passed, failed } of report.rules) {
    if (passed + failed === 0) continue; // it needs what stage 6 lacks
    console.log(`${passed} of ${passed + failed}  rule ${rule}: ${title}`);
  }
}
// #endregion

if (import.meta.main) await main();
