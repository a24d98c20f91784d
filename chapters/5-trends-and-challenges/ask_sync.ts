import { SyncBridge } from "./bridge.ts";

// #region main
export async function main() {
  using bridge = new SyncBridge(new URL("bridge_worker.ts", import.meta.url));
  let timers = 0;
  setTimeout(() => timers++, 1);

  console.log(bridge.ask("How late is it?"));
  try {
    bridge.ask("weather");
  } catch (error) {
    console.log(`caught: ${(error as Error).message}`);
  }
  console.log(`timers that fired meanwhile: ${timers}`);

  await new Promise((resolve) => setTimeout(resolve, 5));
  console.log(`timers that fired afterwards: ${timers}`);
}
// #endregion

if (import.meta.main) await main();
