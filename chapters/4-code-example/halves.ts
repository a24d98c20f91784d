import { EventLoop } from "../../mod.ts";
import { main as hello } from "./main.ts";

// #region halves
export async function main() {
  try {
    hello().next();
  } catch (error) {
    console.log(`A coroutine without a loop: ${(error as Error).message}`);
  }
  const loop = new EventLoop({ clock: "virtual" });
  loop.callLater(1000, () => {
    console.log("A loop without a coroutine: Hello, world!");
    loop.stop();
  });
  await loop.runForever();
  loop.close();
}
// #endregion

if (import.meta.main) await main();
