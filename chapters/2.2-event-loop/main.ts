import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
export function* main() {
  const loop = getRunningLoop();
  const say = (text: string) => () => console.log(text);

  loop.callLater(0, say("after 0 ms"));
  loop.callLater(200, say("after 200 ms"));
  loop.callAt(loop.time() + 100, say("at 100 ms"));

  loop.callSoon(() => {
    console.log("soon");
    loop.callSoon(say("soon, asked by soon"));
  });
  loop.callSoon(say("soon, too"));

  console.log("main has asked five times and goes on");
  yield* sleep(300);
  console.log("main is back");
}
// #endregion

if (import.meta.main) await run(main);
