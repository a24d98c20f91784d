import { countPrimes } from "./primes.ts";

// #region ways
type Count = (from: number, to: number) => Promise<number>;

function inThread(from: number, to: number): Promise<number> {
  const module = new URL("./primes_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module" });
  return new Promise<number>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage([from, to]);
  }).finally(() => worker.terminate());
}

async function inOtherProcess(from: number, to: number): Promise<number> {
  const module = new URL("./primes_process.ts", import.meta.url);
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", module.href, String(from), String(to)],
  }).output();
  return Number(new TextDecoder().decode(stdout));
}
// #endregion

// #region main
let beats = 0;

async function part(count: Count, from: number, to: number) {
  const before = beats;
  const primes = await count(from, to);
  return { primes, beaten: beats > before };
}

export async function main() {
  const heart = setInterval(() => beats++, 1);
  const ways = {
    coroutines: (from: number, to: number) =>
      Promise.resolve(countPrimes(from, to)),
    threads: inThread,
    processes: inOtherProcess,
  };
  for (const [name, count] of Object.entries(ways)) {
    const [low, high] = await Promise.all([
      part(count, 0, 120_000),
      part(count, 120_000, 200_000),
    ]);
    const heard = low.beaten || high.beaten ? "beat" : "stood still";
    console.log(`${name}: ${low.primes + high.primes} primes, heart ${heard}`);
  }
  clearInterval(heart);
}
// #endregion

if (import.meta.main) await main();
