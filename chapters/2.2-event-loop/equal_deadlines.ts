import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
export function* main() {
  const loop = getRunningLoop();
  const noon = loop.time() + 100;
  for (const guest of ["first", "second", "third", "fourth"]) {
    loop.callAt(noon, () => console.log(guest));
  }
  yield* sleep(200);
}
// #endregion

if (import.meta.main) await run(main);
