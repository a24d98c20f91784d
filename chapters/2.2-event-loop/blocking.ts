import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
/** Computes for some milliseconds of real time and lets nobody else run. */
function compute(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function* program() {
  const loop = getRunningLoop();
  const now = loop.time();
  for (const delay of [15, 10, 5]) {
    loop.callAt(now + delay, () => console.log(`timer of ${delay} ms`));
  }
  loop.callSoon(() => {
    console.log("computing for 40 ms");
    compute(40);
    console.log("computed");
  });
  loop.callSoon(() => console.log("next in the queue"));
  yield* sleep(20);
  console.log("main slept for 20 ms");
}

export async function main() {
  await run(program, { clock: "real" });
}
// #endregion

if (import.meta.main) await main();
