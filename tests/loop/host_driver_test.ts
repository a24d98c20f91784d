import { assert, assertEquals } from "@std/assert";
import {
  createTask,
  EventLoop,
  fromPromise,
  getRunningLoop,
  run,
  sleep,
} from "../../mod.ts";

Deno.test("on the real clock a sleep takes at least its time", async () => {
  const begin = performance.now();
  await run(sleep(15));
  // A host timer may not fire early: that is its contract, not a speed.
  assert(performance.now() - begin >= 14.9);
});

Deno.test("a host callback wakes a loop that has nothing to do", async () => {
  const result = await run(function* () {
    const loop = getRunningLoop();
    const future = loop.createFuture<string>();
    setTimeout(() => future.setResult("from the host"), 1);
    return yield* future;
  });
  assertEquals(result, "from the host");
});

Deno.test("callSoonThreadsafe wakes a loop that has nothing to do", async () => {
  const loop = new EventLoop();
  setTimeout(() => loop.callSoonThreadsafe(() => loop.stop()), 1);
  await loop.runForever();
  loop.close();
});

Deno.test("stop from the host ends a loop that has nothing to do", async () => {
  const loop = new EventLoop();
  setTimeout(() => loop.stop(), 1);
  await loop.runForever();
  loop.close();
});

Deno.test("a timer set by the host is kept while the loop waits for a later one", async () => {
  const loop = new EventLoop();
  const said: string[] = [];
  loop.callLater(60_000, () => said.push("a minute"));
  setTimeout(() => {
    loop.callLater(1, () => {
      said.push("soon");
      loop.stop();
    });
  }, 1);
  await loop.runForever();
  assertEquals(said, ["soon"]);
  loop.close();
});

Deno.test("a loop that is always busy lets the host have its turns", async () => {
  let hostTurns = 0;
  const spins = await run(function* () {
    let spins = 0;
    setTimeout(() => hostTurns++, 0);
    while (hostTurns === 0) {
      yield* sleep(0);
      spins++;
    }
    return spins;
  });
  assert(spins > 0);
  assertEquals(hostTurns, 1);
});

Deno.test("on virtual time the clock waits for host work that is under way", async () => {
  const log: string[] = [];
  await run(function* () {
    const loop = getRunningLoop();
    const clock = createTask(function* () {
      yield* sleep(1000);
      log.push(`slept at ${loop.time()}`);
    }());
    yield* fromPromise(new Promise((resolve) => setTimeout(resolve, 5)));
    log.push(`host at ${loop.time()}`);
    yield* clock;
  }, { clock: "virtual" });
  assertEquals(log, ["host at 0", "slept at 1000"]);
});

Deno.test("on virtual time a promise that is settled already comes before the clock moves", async () => {
  const log: string[] = [];
  await run(function* () {
    const loop = getRunningLoop();
    const future = loop.createFuture<void>();
    Promise.resolve().then(() => future.setResult());
    createTask(function* () {
      yield* sleep(1);
      log.push("clock");
    }());
    yield* future;
    log.push(`promise at ${loop.time()}`);
    yield* sleep(2);
  }, { clock: "virtual" });
  assertEquals(log, ["promise at 0", "clock"]);
});

Deno.test("without setImmediate the host's turns come by message", async () => {
  const scope = globalThis as { setImmediate?: unknown };
  const original = scope.setImmediate;
  delete scope.setImmediate;
  try {
    await run(function* () {
      yield* sleep(10);
      yield* sleep(10);
    }, { clock: "virtual" });
  } finally {
    scope.setImmediate = original;
  }
});
