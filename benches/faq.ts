/**
 * What chapter 6 claims about performance: which event loop, which API, and
 * what a `try` costs.
 *
 * @module
 */

import process from "node:process";
import { type Coroutine, fromPromise, gather, run, sleep } from "../mod.ts";
import type { Bench, Peer, Round } from "./harness.ts";

const hostname = "127.0.0.1";

export const faq: Bench = {
  name: "faq",
  about: "the questions of chapter 6: event loop, API, try",
  flags: ["--allow-net=127.0.0.1"],
  cases: [
    {
      name: "100,000 task switches",
      size: 100_000,
      unit: "ms",
      ours: {
        name: "loopbook",
        prepare: (size) => inProcessorTime(() => run(giveWay(size))),
      },
      peers: onBothLoops("switches"),
    },
    {
      name: "3,000 echoes over a socket",
      size: 3_000,
      unit: "ms",
      ours: { name: "loopbook", prepare: echoes },
      peers: onBothLoops("echoes"),
    },
    {
      name: "100 tasks that wait for 20 ms",
      size: 100,
      unit: "ms",
      ours: {
        name: "loopbook",
        prepare: (size) => () => run(together(size, () => sleep(20))),
      },
      peers: onBothLoops("waits"),
    },
    {
      name: "20 requests, each answered after 10 ms",
      size: 20,
      unit: "ms",
      ours: { name: "loopbook, fetch, together", prepare: requests(together) },
      peers: [
        { name: "loopbook, fetch, one by one", prepare: requests(oneByOne) },
        inPython("aiohttp, together", "aiohttp", "together"),
        inPython("aiohttp, one by one", "aiohttp", "one-by-one"),
        inPython("urllib, together", "urllib", "together"),
        inPython("urllib, one by one", "urllib", "one-by-one"),
      ],
    },
    {
      name: "1,000,000 calls of a coroutine",
      size: 1_000_000,
      unit: "ms",
      ours: { name: "loopbook, returns", prepare: calls(plain) },
      peers: [
        { name: "loopbook, in a try", prepare: calls(guarded) },
        {
          name: "loopbook, throws",
          oneIn: 10,
          prepare: (size) => calls(guarded, fresh)(size),
        },
        {
          name: "loopbook, throws an error made before",
          oneIn: 10,
          prepare: (size) => calls(guarded, ready)(size),
        },
        { ...inPython("CPython, returns", "calls", "plain"), oneIn: 2 },
        { ...inPython("CPython, in a try", "calls", "guarded"), oneIn: 2 },
        { ...inPython("CPython, throws", "calls", "throwing"), oneIn: 2 },
      ],
    },
  ],
};

function onBothLoops(what: string): Peer[] {
  return [
    inPython("asyncio", what, "asyncio"),
    inPython("uvloop", what, "uvloop"),
  ];
}

function inPython(name: string, what: string, how: string): Peer {
  return { name, python: ["faq.py", what, how] };
}

function* giveWay(switches: number): Coroutine<void> {
  for (let i = 0; i < switches; i++) yield* sleep(0);
}

function* together(
  count: number,
  make: () => Coroutine<void>,
): Coroutine<void> {
  yield* gather(Array.from({ length: count }, make));
}

/** Measures what the processor does; whoever else is busy must not count. */
function inProcessorTime(work: () => Promise<void>): Round {
  return async () => {
    const begin = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  };
}

/** One client says a byte and waits until it comes back, again and again. */
function echoes(count: number): Round {
  const listener = Deno.listen({ hostname, port: 0 });
  listener.unref(); // must not keep the contestant's process alive
  (async () => {
    for await (const conn of listener) conn.readable.pipeTo(conn.writable);
  })();
  return inProcessorTime(() =>
    run(function* () {
      const { port } = listener.addr;
      using conn = yield* fromPromise(Deno.connect({ hostname, port }));
      conn.setNoDelay(true);
      const byte = new Uint8Array(1);
      for (let i = 0; i < count; i++) {
        yield* fromPromise(conn.write(byte));
        yield* fromPromise(conn.read(byte));
      }
    })
  );
}

type Way = (count: number, ask: () => Coroutine<void>) => Coroutine<void>;

function* oneByOne(
  count: number,
  ask: () => Coroutine<void>,
): Coroutine<void> {
  for (let i = 0; i < count; i++) yield* ask();
}

function requests(way: Way): (count: number) => Round {
  return (count) => {
    const server = Deno.serve({ hostname, port: 0, onListen() {} }, later);
    server.unref();
    const address = `http://${hostname}:${server.addr.port}`;
    function* ask() {
      const response = yield* fromPromise(fetch(address));
      yield* fromPromise(response.text());
    }
    return () => run(way(count, ask));
  };
}

async function later(): Promise<Response> {
  await new Promise((resolve) => setTimeout(resolve, 10));
  return new Response("Hello");
}

/** Makes the error that a call throws; `null` for a call that returns. */
type Failure = (() => Error) | null;

const fresh: Failure = () => new Error("out of stock");
const old = new Error("out of stock");
const ready: Failure = () => old;

let failed = 0;

function calls(
  call: (failure: Failure) => Coroutine<void>,
  failure: Failure = null,
): (count: number) => Round {
  return (count) =>
    inProcessorTime(async () => {
      failed = 0;
      await run(function* () {
        for (let i = 0; i < count; i++) yield* call(failure);
      });
      const expected = failure === null ? 0 : count;
      if (failed !== expected) throw new Error(`${failed} of ${count} failed`);
    });
}

function* order(failure: Failure): Coroutine<void> {
  if (failure !== null) throw failure();
}

function* plain(failure: Failure): Coroutine<void> {
  yield* order(failure);
}

function* guarded(failure: Failure): Coroutine<void> {
  try {
    yield* order(failure);
  } catch {
    failed++;
  }
}
