import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
export function* main() {
  const loop = getRunningLoop();

  loop.callSoon(() => {
    console.log("first, and takes back the second");
    second.cancel();
  });
  const second = loop.callSoon(() => console.log("second"));
  loop.callSoon(() => console.log("third"));

  const tea = loop.callLater(60_000, () => console.log("tea is ready"));
  yield* sleep(1000);
  tea.cancel();
  yield* sleep(100_000);
  console.log("no tea today");
}
// #endregion

if (import.meta.main) await run(main);
