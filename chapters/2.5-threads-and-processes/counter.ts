import { gather, run, sleep } from "../../mod.ts";
import { inWorker } from "./in_worker.ts";

// #region threads
function* twoThreads() {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const module = new URL("./counter_worker.ts", import.meta.url);
  yield* gather([inWorker(module, shared), inWorker(module, shared)]);
  console.log(`threads, ++:              ${shared[0]} of 2000000`);
  console.log(`threads, Atomics.add:     ${shared[1]} of 2000000`);
}
// #endregion

// #region coroutines
interface Counter {
  count: number;
}

function* increment(counter: Counter, waits: boolean) {
  for (let i = 0; i < 1000; i++) {
    const old = counter.count;
    if (waits) yield* sleep(0);
    counter.count = old + 1;
    if (!waits) yield* sleep(0);
  }
}

function* twoCoroutines(waits: boolean) {
  const counter = { count: 0 };
  yield* gather([increment(counter, waits), increment(counter, waits)]);
  return `${counter.count} of 2000`;
}
// #endregion

export function* main() {
  yield* twoThreads();
  console.log(`coroutines, wait after:   ${yield* twoCoroutines(false)}`);
  console.log(`coroutines, wait between: ${yield* twoCoroutines(true)}`);
}

if (import.meta.main) await run(main);
