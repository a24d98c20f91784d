/**
 * What node:test's mock timers do; prints one line of JSON for each question.
 */
import { mock } from "node:test";

const answer = (question, what) =>
  console.log(`PROBE ${JSON.stringify([question, what])}`);

mock.timers.enable();
const signal = AbortSignal.timeout(60_000);
mock.timers.tick(60_000);
answer("AbortSignal.timeout", signal.aborted ? "aborted" : "not aborted");

let slept = 0;
(async () => {
  for (; slept < 3; slept++) await new Promise((wake) => setTimeout(wake, 10));
})();
mock.timers.tick(30);
answer("sync advance", `${slept} of 3 sleeps`);
mock.timers.reset();
process.exit();
