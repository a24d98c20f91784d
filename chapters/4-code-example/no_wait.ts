import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region no-wait
export function* main() {
  const loop = getRunningLoop();
  const future = loop.createFuture<string>();
  future.setResult("is here already");
  loop.callSoon(() => console.log("somebody else had a turn"));
  console.log("the result", yield* future);
  yield* sleep(0);
  console.log("main had its turn again");
}
// #endregion

if (import.meta.main) await run(main);
