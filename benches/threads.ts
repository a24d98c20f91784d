/**
 * The same jobs done by coroutines, threads and processes: one that waits, one
 * that computes, and what each way costs to start, to keep and to hand data to.
 *
 * The threads are workers, each with an engine of its own; the processes are
 * `deno run`. They are the programs of chapter 2.5, which shows these results.
 *
 * @module
 */

import {
  type Coroutine,
  createTask,
  fromPromise,
  gather,
  run,
  sleep,
} from "../mod.ts";
import { inProcess } from "../chapters/2.5-threads-and-processes/in_process.ts";
import { inWorker } from "../chapters/2.5-threads-and-processes/in_worker.ts";
import { countPrimes } from "../chapters/2.5-threads-and-processes/primes.ts";
import type { Bench, Round } from "./harness.ts";

const CORES = navigator.hardwareConcurrency;
const SLEEPERS = 16_000;
const MEBIBYTE = 2 ** 20;

const book = (name: string) =>
  new URL(`../chapters/2.5-threads-and-processes/${name}`, import.meta.url);
const beside = (name: string) => new URL(`threads/${name}`, import.meta.url);

export const threads: Bench = {
  name: "threads",
  about: "the same jobs by coroutines, threads and processes",
  flags: [
    "--v8-flags=--expose-gc",
    "--allow-net=127.0.0.1",
    `--allow-run=${Deno.execPath()}`,
  ],
  cases: [
    {
      name: "wait: 64 requests that take 20 ms",
      size: 64,
      unit: "ms",
      ours: {
        name: "coroutines",
        prepare: (size) =>
          onServer((url) => sideBySide(size, () => request(url))),
      },
      peers: [
        {
          name: "one after the other",
          oneIn: 8,
          prepare: (size) =>
            onServer((url) =>
              run(function* () {
                for (let i = 0; i < size; i++) yield* request(url);
              })
            ),
        },
        {
          name: "a thread for each",
          prepare: (size) =>
            onServer((url) => {
              const module = beside("request_worker.ts");
              return sideBySide(size, () => inWorker(module, url));
            }),
        },
        {
          name: "a process for each",
          oneIn: 8,
          prepare: (size) =>
            onServer((url) => sideBySide(size, () => requestInProcess(url))),
        },
      ],
    },
    {
      name: "compute: count primes in 4 parts",
      size: 4,
      unit: "ms",
      ours: {
        name: "coroutines",
        prepare: (size) => () => sideBySide(size, countHere),
      },
      peers: [
        {
          name: "a thread for each core, kept",
          async prepare(size) {
            const module = book("primes_worker.ts");
            const workers = await Promise.all(
              Array.from({ length: CORES }, () => startWorker(module, [0, 0])),
            );
            return () => onWorkers(workers, size, [0, PRIMES_BELOW]);
          },
        },
        {
          name: "a thread for each core, started",
          prepare: (size) => () =>
            onEachCore(
              size,
              () => inWorker(book("primes_worker.ts"), [0, PRIMES_BELOW]),
            ),
        },
        {
          name: "a process for each core, started",
          prepare: (size) => () =>
            onEachCore(
              size,
              () =>
                inProcess(book("primes_process.ts"), "0", String(PRIMES_BELOW)),
            ),
        },
        { name: "CPython coroutines", oneIn: 4, python: primes("coroutines") },
        {
          name: "CPython, a thread for each core",
          oneIn: 2,
          python: primes("threads"),
        },
        {
          name: "CPython, a process for each core",
          oneIn: 2,
          python: primes("processes"),
        },
      ],
    },
    {
      name: "start one and wait for its end",
      size: 1000,
      per: 1000,
      unit: "ms",
      ours: {
        name: "coroutine",
        prepare: (size) => () =>
          run(function* () {
            for (let i = 0; i < size; i++) yield* createTask(nothing());
          }),
      },
      peers: [
        {
          name: "thread",
          oneIn: 100,
          prepare: (size) => () =>
            run(function* () {
              const module = book("primes_worker.ts");
              for (let i = 0; i < size; i++) yield* inWorker(module, [0, 0]);
            }),
        },
        {
          name: "process",
          oneIn: 200,
          prepare: (size) => () =>
            run(function* () {
              const module = book("primes_process.ts");
              for (let i = 0; i < size; i++) yield* inProcess(module, "0", "0");
            }),
        },
      ],
    },
    {
      name: "memory of one that waits",
      size: SLEEPERS,
      per: SLEEPERS,
      unit: "bytes",
      rounds: 3,
      ours: {
        name: "coroutine",
        prepare: (size) => () =>
          run(function* () {
            const before = heapUsed();
            for (let i = 0; i < size; i++) createTask(sleep(3_600_000));
            yield* sleep(1);
            return heapUsed() - before;
          }),
      },
      peers: [
        { name: "thread", oneIn: 1000, prepare: (size) => () => weigh(size) },
        {
          name: "process",
          oneIn: 4000,
          prepare: (size) => () =>
            run(function* () {
              const module = beside("weigh_process.ts");
              let sum = 0;
              for (let i = 0; i < size; i++) {
                sum += Number(yield* inProcess(module));
              }
              return sum;
            }),
        },
        {
          name: "CPython thread",
          oneIn: 100,
          python: ["threads.py", "weigh"],
        },
      ],
    },
    {
      name: "hand 16 MiB to a thread and back",
      size: 16,
      unit: "ms",
      ours: {
        name: "shared",
        prepare: (size) =>
          toAndFro(() => new SharedArrayBuffer(size * MEBIBYTE)),
      },
      peers: [
        {
          name: "moved",
          prepare: (size) =>
            toAndFro(
              () => new ArrayBuffer(size * MEBIBYTE),
              (buffer) => [buffer],
            ),
        },
        {
          name: "copied",
          prepare: (size) => toAndFro(() => new ArrayBuffer(size * MEBIBYTE)),
        },
      ],
    },
  ],
};

const PRIMES_BELOW = 500_000;

type Job = () => Coroutine<unknown>;

/** Does so many jobs, all at once. */
function sideBySide(jobs: number, job: Job): Promise<void> {
  return run(function* () {
    yield* gather(Array.from({ length: jobs }, job));
  });
}

/** Does so many jobs, at any time as many as there are cores. */
function onEachCore(jobs: number, job: Job): Promise<void> {
  let left = jobs;
  return sideBySide(CORES, function* () {
    while (left-- > 0) yield* job();
  });
}

/** Does so many jobs on workers that are there already. */
function onWorkers(
  workers: readonly Worker[],
  jobs: number,
  message: unknown,
): Promise<void> {
  let left = jobs;
  const free = [...workers];
  return sideBySide(workers.length, function* () {
    const worker = free.pop()!;
    while (left-- > 0) yield* fromPromise(answer(worker, message));
  });
}

function* countHere() {
  return countPrimes(0, PRIMES_BELOW);
}

function primes(way: string): readonly [string, ...string[]] {
  return ["threads.py", way];
}

function* nothing() {
  yield* sleep(0);
}

function* request(url: string) {
  const response = yield* fromPromise(fetch(url));
  return yield* fromPromise(response.text());
}

function* requestInProcess(url: string) {
  const args = ["run", "--quiet", "--allow-net=127.0.0.1"];
  const module = beside("request_process.ts").href;
  yield* fromPromise(
    new Deno.Command(Deno.execPath(), { args: [...args, module, url] })
      .output(),
  );
}

/** A round against a slow server in a process of its own. */
async function onServer(
  round: (url: string) => Promise<unknown>,
): Promise<Round> {
  const server = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-net=127.0.0.1",
      beside("slow_server.ts").href,
    ],
    stdin: "piped", // when we end, its input does, and then it ends
    stdout: "piped",
  }).spawn();
  server.unref();
  const { value } = await server.stdout.getReader().read();
  const port = new TextDecoder().decode(value).trim();
  return async () => {
    await round(`http://127.0.0.1:${port}/`);
  };
}

/** What so many idle workers add to the process. */
async function weigh(count: number): Promise<number> {
  const before = Deno.memoryUsage().rss;
  const workers = await Promise.all(
    Array.from({ length: count }, () => startWorker(beside("echo_worker.ts"))),
  );
  const after = Deno.memoryUsage().rss;
  for (const worker of workers) worker.terminate();
  return after - before;
}

/** Sends a buffer to a worker that is there already, and gets it back. */
async function toAndFro<B extends ArrayBuffer | SharedArrayBuffer>(
  make: () => B,
  transfer: (buffer: B) => Transferable[] = () => [],
): Promise<Round> {
  const worker = await startWorker(beside("echo_worker.ts"));
  let buffer = make();
  return async () => {
    buffer = await answer(worker, buffer, transfer(buffer)) as B;
  };
}

/** A worker that has answered once. */
async function startWorker(
  module: URL,
  first: unknown = "ready?",
): Promise<Worker> {
  const worker = new Worker(module, { type: "module" });
  await answer(worker, first);
  return worker;
}

function answer(
  worker: Worker,
  message: unknown,
  transfer: Transferable[] = [],
): Promise<unknown> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, transfer);
  });
}

declare function gc(): void;

function heapUsed(): number {
  gc();
  return Deno.memoryUsage().heapUsed;
}
