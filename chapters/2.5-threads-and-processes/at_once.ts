import { begun } from "./begun.ts";

// #region main
export async function main() {
  const ball = new Int32Array(new SharedArrayBuffer(4));
  const module = new URL("./at_once_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module" });
  await begun(worker);
  worker.postMessage(ball);

  // From here on this thread gives way to nobody.
  for (let turn = 1; turn < 6; turn += 2) {
    Atomics.store(ball, 0, turn);
    console.log(`main: ${turn}`);
    while (Atomics.load(ball, 0) === turn); // and yet somebody changes it
    console.log(`worker: ${Atomics.load(ball, 0)}`);
  }
  worker.terminate();
}
// #endregion

if (import.meta.main) await main();
