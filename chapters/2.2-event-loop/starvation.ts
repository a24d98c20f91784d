import { getRunningLoop, run } from "../../mod.ts";

// #region microtasks
/** Microtasks that ask for more microtasks, with a timer of 1 ms beside them. */
function withMicrotasks(patience: number): Promise<string> {
  let fired = false;
  setTimeout(() => fired = true, 1);
  const end = performance.now() + patience;
  return new Promise((resolve) => {
    function again() {
      if (fired) resolve("the timer got in");
      else if (performance.now() > end) resolve("the timer was kept out");
      else queueMicrotask(again);
    }
    queueMicrotask(again);
  });
}
// #endregion

// #region callbacks
/** The same with callbacks of our loop. */
function* withCallbacks(patience: number) {
  const loop = getRunningLoop();
  const answer = loop.createFuture<string>();
  let fired = false;
  loop.callLater(1, () => fired = true);
  const end = performance.now() + patience;
  function again() {
    if (fired) answer.setResult("the timer got in");
    else if (performance.now() > end) {
      answer.setResult("the timer was kept out");
    } else loop.callSoon(again);
  }
  loop.callSoon(again);
  return yield* answer;
}
// #endregion

// #region main
export async function main() {
  const inHost = await withMicrotasks(100);
  console.log(`100 ms of microtasks: ${inHost}`);
  const inLoop = await run(withCallbacks(5000), { clock: "real" });
  console.log(`callSoon again and again: ${inLoop}`);
}
// #endregion

if (import.meta.main) await main();
