import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  abortable,
  deadline,
  debounce,
  delay,
  retry,
  RetryError,
} from "@std/async";
import { assertSpyCalls, stub } from "@std/testing/mock";
import { FakeTime } from "@std/testing/time";

const never = new Promise<never>(() => {});

Deno.test("delay() resolves when its time has come, not before", async () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  delay(100).then(() => log.push(time.now));
  await time.tickAsync(99);
  await time.runMicrotasks();
  assertEquals(log, []);
  await time.tickAsync(1);
  await time.runMicrotasks();
  assertEquals(log, [100]);
});

Deno.test("delay() rejects with the signal's reason, before and during", async () => {
  using _time = new FakeTime(0);
  const reason = new Error("enough");
  assertStrictEquals(
    await assertRejects(() => delay(5, { signal: AbortSignal.abort(reason) })),
    reason,
  );
  const controller = new AbortController();
  const waiting = delay(5, { signal: controller.signal });
  controller.abort(reason);
  assertStrictEquals(await assertRejects(() => waiting), reason);
});

Deno.test("delay() leaves no timer behind after an abort", async () => {
  using time = new FakeTime(0);
  const controller = new AbortController();
  const waiting = delay(5, { signal: controller.signal });
  controller.abort();
  const error = await assertRejects(() => waiting, DOMException);
  assertEquals(error.name, "AbortError");
  assertStrictEquals(time.next(), false);
});

Deno.test("only delay() without persistence lets the process end before it", async () => {
  using unrefTimer = stub(Deno, "unrefTimer");
  await delay(0);
  assertSpyCalls(unrefTimer, 0);
  await delay(0, { persistent: false });
  assertSpyCalls(unrefTimer, 1);
});

Deno.test("deadline() gives what the promise gives", async () => {
  using _time = new FakeTime(0);
  assertStrictEquals(await deadline(Promise.resolve(7), 1000), 7);
  const error = new Error("own");
  assertStrictEquals(
    await assertRejects(() => deadline(Promise.reject(error), 1000)),
    error,
  );
});

Deno.test("deadline() rejects with a TimeoutError when the time is up", async () => {
  using time = new FakeTime(0);
  const late = assertRejects(() => deadline(never, 50), DOMException);
  await time.tickAsync(50);
  assertEquals((await late).name, "TimeoutError");
});

Deno.test("deadline() listens to a signal too", async () => {
  using _time = new FakeTime(0);
  const reason = new Error("enough");
  const signal = AbortSignal.abort(reason);
  assertStrictEquals(
    await assertRejects(() => deadline(never, 50, { signal })),
    reason,
  );
});

Deno.test("abortable() ends the wait for a promise with the signal's reason", async () => {
  const reason = new Error("enough");
  const controller = new AbortController();
  const waiting = abortable(never, controller.signal);
  controller.abort(reason);
  assertStrictEquals(await assertRejects(() => waiting), reason);
  assertStrictEquals(
    await assertRejects(() => abortable(never, controller.signal)),
    reason,
  );
  assertStrictEquals(
    await abortable(Promise.resolve(7), new AbortController().signal),
    7,
  );
});

Deno.test("abortable() ends an iteration and closes its source", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  let given = 0;
  let closed = false;
  const source: AsyncIterableIterator<number> = {
    [Symbol.asyncIterator]: () => source,
    next: () =>
      given === 2 ? never : Promise.resolve({ done: false, value: ++given }),
    return() {
      closed = true;
      return Promise.resolve({ done: true, value: undefined });
    },
  };
  const seen: number[] = [];
  const error = await assertRejects(async () => {
    for await (const item of abortable(source, controller.signal)) {
      seen.push(item);
      if (item === 2) queueMicrotask(() => controller.abort(reason));
    }
  });
  assertStrictEquals(error, reason);
  assertEquals(seen, [1, 2]);
  assert(closed);
});

Deno.test("retry() returns the first success and waits longer each time", async () => {
  using time = new FakeTime(0);
  const calls: number[] = [];
  const result = retry(() => {
    calls.push(time.now);
    if (calls.length < 4) throw new TypeError("not yet");
    return "done";
  }, { minTimeout: 100, maxTimeout: 300, multiplier: 2, jitter: 0 });
  await time.runMicrotasks();
  await time.runAllAsync();
  assertEquals(await result, "done");
  assertEquals(calls, [0, 100, 300, 600]);
});

Deno.test("retry() gives up with a RetryError that says why", async () => {
  using time = new FakeTime(0);
  const failure = assertRejects(
    () => retry(() => Promise.reject("no"), { maxAttempts: 2 }),
    RetryError,
    "Retrying exceeded the maxAttempts (2).",
  );
  await time.runMicrotasks();
  await time.runAllAsync();
  const error = await failure;
  assertEquals([error.name, error.cause], ["RetryError", "no"]);
});

Deno.test("retry() stops at an error that is not worth it", async () => {
  const fatal = new Error("fatal");
  let calls = 0;
  const error = await assertRejects(() =>
    retry(() => {
      calls++;
      throw fatal;
    }, { isRetriable: (error) => error !== fatal })
  );
  assertStrictEquals(error, fatal);
  assertStrictEquals(calls, 1);
});

Deno.test("retry() ends with the signal", async () => {
  using time = new FakeTime(0);
  const controller = new AbortController();
  const reason = new Error("enough");
  const ended = assertRejects(() =>
    retry(() => Promise.reject("no"), { signal: controller.signal })
  );
  await time.runMicrotasks();
  controller.abort(reason);
  assertStrictEquals(await ended, reason);
});

for (
  const options of [
    { maxAttempts: 0 },
    { maxAttempts: 1.5 },
    { multiplier: 0.5 },
    { maxTimeout: 0 },
    { minTimeout: -1 },
    { minTimeout: 2, maxTimeout: 1 },
    { jitter: 2 },
  ]
) {
  Deno.test(`retry() refuses ${JSON.stringify(options)}`, async () => {
    const [name = ""] = Object.keys(options);
    const error = await assertRejects(
      () => retry(() => 1, options),
      RangeError,
    );
    assert(error.message.includes(name), error.message);
  });
}

Deno.test("debounce() makes only the last of several calls", () => {
  using time = new FakeTime(0);
  const seen: string[] = [];
  const call = debounce((text: string) => seen.push(`${text} ${time.now}`), 10);
  call("a");
  time.tick(9);
  call("b");
  assert(call.pending);
  time.tick(9);
  assertEquals(seen, []);
  time.tick(1);
  assertEquals(seen, ["b 19"]);
  assert(!call.pending);
});

Deno.test("debounce() can be flushed and cleared", () => {
  using time = new FakeTime(0);
  const seen: string[] = [];
  const call = debounce((text: string) => seen.push(text), 10);
  call("flushed");
  call.flush();
  call.flush();
  assertEquals(seen, ["flushed"]);
  call("cleared");
  call.clear();
  time.tick(100);
  assertEquals(seen, ["flushed"]);
  assert(!call.pending);
});

Deno.test("debounce() forgets the waiting call when its signal aborts", () => {
  using time = new FakeTime(0);
  const controller = new AbortController();
  const seen: number[] = [];
  const call = debounce(() => seen.push(1), 10, { signal: controller.signal });
  call();
  controller.abort();
  time.tick(100);
  assertEquals(seen, []);
});

Deno.test("debounce() refuses a wait that is no whole number", () => {
  for (const wait of [-1, 1.5]) {
    assertThrows(() => debounce(() => {}, wait), RangeError, "'wait'");
  }
});
