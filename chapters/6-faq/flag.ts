import { createTask, fromPromise, run } from "../../mod.ts";
import { type Flag, raise } from "./flag_worker.ts";

// #region look
/** Looks at a flag and gives nobody a turn, until it is up or time is over. */
function look(flag: Flag, patience: number): string {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (Atomics.load(flag, 0) === 1) return "it is up";
  }
  return "nobody has raised it";
}
// #endregion

function begun(worker: Worker): Promise<void> {
  return new Promise((resolve) => worker.onmessage = () => resolve());
}

// #region main
function* besides() {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  createTask(raise(flag)); // a task of the same loop
  return look(flag, 50);
}

function* elsewhere() {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const module = new URL("./flag_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module" });
  yield* fromPromise(begun(worker));
  worker.postMessage(flag); // for a task of a loop in another thread
  const answer = look(flag, 5000);
  worker.terminate();
  return answer;
}

export async function main() {
  console.log(`a task beside me, 50 ms: ${await run(besides)}`);
  console.log(`a task in another thread: ${await run(elsewhere)}`);
}
// #endregion

if (import.meta.main) await main();
