import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
export function* main() {
  const loop = getRunningLoop();
  loop.setExceptionHandler((_loop, { message, exception }) => {
    console.log(`handler: ${message}: ${exception}`);
  });

  loop.callSoon(function breakIt() {
    throw new Error("out of milk");
  });
  loop.callSoon(() => console.log("the next callback runs"));
  yield* sleep(100);
  console.log("and so does main");
}
// #endregion

if (import.meta.main) await run(main);
