import {
  assert,
  assertEquals,
  assertNotStrictEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { FakeTime, TimeError } from "@std/testing/time";

const realNow = Date.now;
const realSetTimeout = globalThis.setTimeout;
const realSignalTimeout = AbortSignal.timeout;

Deno.test("FakeTime takes the place of Date until it is restored", () => {
  {
    using time = new FakeTime(5000);
    assertEquals([Date.now(), time.now, time.start], [5000, 5000, 5000]);
    assertEquals(new Date().getTime(), 5000);
    assert(new Date() instanceof Date);
    assertEquals(new Date(7).getTime(), 7);
    time.tick(10);
    assertEquals([Date.now(), time.start], [5010, 5000]);
  }
  assertStrictEquals(Date.now, realNow);
  assertStrictEquals(globalThis.setTimeout, realSetTimeout);
  assertStrictEquals(AbortSignal.timeout, realSignalTimeout);
});

Deno.test("FakeTime starts at a number, a text, a date", () => {
  for (const start of [1000.9, "1970-01-01T00:00:01Z", new Date(1000)]) {
    using time = new FakeTime(start);
    assertEquals(time.now, 1000);
  }
  assertThrows(() => new FakeTime("never"), TypeError, "invalid start time");
});

Deno.test("FakeTime cannot be faked or restored twice", () => {
  const time = new FakeTime(0);
  assertThrows(() => new FakeTime(0), TimeError, "time is already faked");
  time.restore();
  assertThrows(() => time.restore(), TimeError, "already restored");
  assertThrows(() => FakeTime.restore(), TimeError, "already restored");
});

Deno.test("FakeTime.restore() restores whichever there is", () => {
  new FakeTime(0);
  assertNotStrictEquals(globalThis.setTimeout, realSetTimeout);
  FakeTime.restore();
  assertStrictEquals(globalThis.setTimeout, realSetTimeout);
});

Deno.test("tick() fires what is due in order of time, then of setting", () => {
  using time = new FakeTime(0);
  const log: string[] = [];
  setTimeout((text: string) => log.push(`${text} ${Date.now()}`), 20, "late");
  setTimeout(() => log.push(`first ${Date.now()}`), 10);
  setTimeout(() => log.push(`second ${Date.now()}`), 10);
  time.tick(9);
  assertEquals(log, []);
  time.tick(11);
  assertEquals(log, ["first 10", "second 10", "late 20"]);
});

Deno.test("a timer of 0 ms that a callback sets fires within the same tick", () => {
  using time = new FakeTime(0);
  const log: string[] = [];
  setTimeout(() => {
    log.push(`outer ${time.now}`);
    setTimeout(() => log.push(`inner ${time.now}`), 0);
  }, 10);
  time.tick(10);
  assertEquals(log, ["outer 10", "inner 10"]);
});

Deno.test("timers are numbers and can be cleared", () => {
  using time = new FakeTime(0);
  const log: string[] = [];
  const timer = setTimeout(() => log.push("never"), 10);
  assertEquals(typeof timer, "number");
  clearTimeout(timer);
  const ticks = setInterval(() => {
    log.push(`tick ${time.now}`);
    if (time.now === 30) clearInterval(ticks);
  }, 10);
  time.tick(100);
  assertEquals(log, ["tick 10", "tick 20", "tick 30"]);
});

Deno.test("the time can be set forward and not back", () => {
  using time = new FakeTime(100);
  let fired = false;
  setTimeout(() => fired = true, 50);
  time.now = 150;
  assert(fired);
  assertThrows(() => time.now = 149, RangeError, "must be >= 150");
});

Deno.test("next() goes to the next timer and says whether there was one", () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  setTimeout(() => log.push(time.now), 500);
  assertStrictEquals(time.next(), true);
  assertEquals([log, time.now], [[500], 500]);
  assertStrictEquals(time.next(), false);
  assertEquals(time.now, 500);
});

Deno.test("runAll() goes on until no timer is left", () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  const step = () => {
    log.push(time.now);
    if (log.length < 3) setTimeout(step, 10);
  };
  setTimeout(step, 10);
  time.runAll();
  assertEquals(log, [10, 20, 30]);
});

Deno.test("the async forms let promises settle before time moves", async () => {
  using time = new FakeTime(0);
  const log: string[] = [];
  const later = (text: string) =>
    Promise.resolve().then(() => setTimeout(() => log.push(text), 10));
  later("tick");
  await time.tickAsync(10);
  later("next");
  assertStrictEquals(await time.nextAsync(), true);
  setTimeout(() => later("run"), 10);
  await time.runAllAsync();
  await time.runMicrotasks();
  time.runAll();
  assertEquals(log, ["tick", "next", "run"]);
});

Deno.test("AbortSignal.timeout() goes by fake time", () => {
  using time = new FakeTime(0);
  const signal = AbortSignal.timeout(10);
  time.tick(9);
  assert(!signal.aborted);
  time.tick(1);
  assert(signal.aborted);
  assertEquals(signal.reason.name, "TimeoutError");
});

Deno.test("FakeTime.restoreFor() lends real time to a function", async () => {
  using time = new FakeTime(0);
  const real = await FakeTime.restoreFor(
    async (add: number) => {
      await Promise.resolve();
      return [globalThis.setTimeout, add];
    },
    7,
  );
  assertEquals(real, [realSetTimeout, 7]);
  assertNotStrictEquals(globalThis.setTimeout, realSetTimeout);
  await assertRejects(
    () =>
      FakeTime.restoreFor(() => {
        throw new Error("inside");
      }),
    Error,
    "inside",
  );
  assertEquals(Date.now(), time.now);
});

Deno.test("FakeTime.restoreFor() needs a fake time", async () => {
  await assertRejects(
    () => FakeTime.restoreFor(() => 1),
    TimeError,
    "time is not faked",
  );
});

Deno.test("delay() of a FakeTime waits in real time and ends with its signal", async () => {
  using time = new FakeTime(0);
  await time.delay(0);
  assertEquals(time.now, 0);
  const controller = new AbortController();
  const waiting = time.delay(3_600_000, { signal: controller.signal });
  controller.abort();
  const error = await assertRejects(() => waiting, DOMException);
  assertEquals(error.name, "AbortError");
});
