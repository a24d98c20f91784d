import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region open-hand
function* work() {
  const word = yield* sleep(20, "awake");
  return word;
}

export function* main() {
  const loop = getRunningLoop();
  const coroutine = work();

  const step = coroutine.next();
  console.log(`done: ${step.done}, a ${step.value?.constructor.name}`);
  console.log(`at ${loop.time()} ms`);
  if (step.done) return;

  const token: unknown = yield step.value; // handed on to our own task

  console.log(`at ${loop.time()} ms`);
  console.log(coroutine.next(token));
}
// #endregion

if (import.meta.main) await run(main);
