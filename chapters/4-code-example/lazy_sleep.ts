import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region lazy-sleep
export function* main() {
  const begin = getRunningLoop().time();
  const nap = sleep(1000); // called now
  yield* sleep(5000);
  yield* nap; // awaited five seconds later
  const end = getRunningLoop().time();
  console.log(`the nap is over after ${Math.round(end - begin)} ms`);
}
// #endregion

if (import.meta.main) await run(main);
