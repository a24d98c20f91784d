import { EventLoop } from "../../mod.ts";

// #region main
export async function main() {
  const loop = new EventLoop({ clock: "virtual" });
  const say = (text: string) => () => console.log(text);

  loop.callSoon(() => {
    console.log("first, asks for one more");
    loop.callSoon(say("one more"));
  });
  loop.callSoon(() => loop.stop());
  loop.callSoon(say("behind stop"));

  await loop.runForever();
  console.log("runForever has returned");
  loop.callSoon(() => loop.stop());
  await loop.runForever();
  loop.close();
}
// #endregion

if (import.meta.main) await main();
