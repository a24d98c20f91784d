import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region main
/** Two callbacks of the host: each begins a turn of its own. */
async function onTheHost() {
  setTimeout(() => {
    console.log("host: first callback");
    queueMicrotask(() => console.log("host: microtask"));
  }, 0);
  setTimeout(() => console.log("host: second callback"), 0);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Two callbacks of our loop: both run in one turn of the host. */
function* onOurLoop() {
  const loop = getRunningLoop();
  loop.callSoon(() => {
    console.log("ours: first callback");
    queueMicrotask(() => console.log("ours: microtask"));
  });
  loop.callSoon(() => console.log("ours: second callback"));
  yield* sleep(20);
}

export async function main() {
  await onTheHost();
  await run(onOurLoop, { clock: "real" });
}
// #endregion

if (import.meta.main) await main();
