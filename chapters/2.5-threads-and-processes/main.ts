import { type Coroutine, createTask, gather, run, sleep } from "../../mod.ts";
import { countPrimes } from "./primes.ts";
import { inProcess } from "./in_process.ts";
import { inWorker } from "./in_worker.ts";

// #region ways
type Count = (from: number, to: number) => Coroutine<number>;

function* inCoroutine(from: number, to: number): Coroutine<number> {
  return countPrimes(from, to);
}

function* inThread(from: number, to: number): Coroutine<number> {
  const module = new URL("./primes_worker.ts", import.meta.url);
  return yield* inWorker<number>(module, [from, to]);
}

function* inOtherProcess(from: number, to: number): Coroutine<number> {
  const module = new URL("./primes_process.ts", import.meta.url);
  return Number(yield* inProcess(module, String(from), String(to)));
}
// #endregion

// #region main
let beats = 0;

function* heart() {
  for (;; beats++) yield* sleep(1);
}

function* part(count: Count, from: number, to: number) {
  const before = beats;
  const primes = yield* count(from, to);
  return { primes, beaten: beats > before };
}

function* program() {
  createTask(heart());
  const ways = {
    coroutines: inCoroutine,
    threads: inThread,
    processes: inOtherProcess,
  };
  for (const [name, count] of Object.entries(ways)) {
    const [low, high] = yield* gather([
      part(count, 0, 120_000),
      part(count, 120_000, 200_000),
    ]);
    const heard = low.beaten || high.beaten ? "beat" : "stood still";
    console.log(`${name}: ${low.primes + high.primes} primes, heart ${heard}`);
  }
}

export async function main() {
  await run(program, { clock: "real" });
}
// #endregion

if (import.meta.main) await main();
