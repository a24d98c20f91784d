import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
const HOUR = 3_600_000;

function* hatch() {
  const loop = getRunningLoop();
  yield* sleep(21 * 24 * HOUR);
  console.log(`a chick, and the loop's clock says ${loop.time() / HOUR} hours`);
}

export async function main() {
  const begin = performance.now();
  await run(hatch, { clock: "virtual" });
  const passed = Math.floor((performance.now() - begin) / HOUR);
  console.log(`hours on the real clock: ${passed}`);
}
// #endregion

if (import.meta.main) await main();
