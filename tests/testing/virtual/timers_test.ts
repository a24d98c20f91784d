import { assert, assertEquals, assertFalse, assertRejects } from "@std/assert";
import { virtual } from "../../../mod.ts";
import { hostSleep } from "../host_sleep.ts";
import { hostTimer } from "./host_timer.ts";

Deno.test("a timer is an object as the host's, or its number", async () => {
  await virtual(async (time) => {
    const fired: string[] = [];
    const timer = hostTimer(() => fired.push(`refreshed at ${time.now()}`), 10);
    const stopped = hostTimer(() => fired.push("stopped"), 10);
    assert(timer.hasRef() && !timer.unref().hasRef() && timer.ref().hasRef());
    await hostSleep(5);
    timer.refresh();
    clearTimeout(Number(stopped));
    assertEquals(time.timers().map(({ due }) => due), [15]);
    await hostSleep(20);
    assertEquals(fired, ["refreshed at 15"]);
    timer.refresh();
    await time.advance(10);
    assertEquals(fired, ["refreshed at 15", "refreshed at 35"]);
    hostTimer(() => {}, 10).close();
    assertEquals(time.timers(), []);
  });
});

Deno.test("an interval ticks until it is cleared, also by itself", async () => {
  const ticks = await virtual(async (time) => {
    const ticks: number[] = [];
    const interval = setInterval(() => {
      ticks.push(time.now());
      if (ticks.length === 3) clearInterval(interval);
    }, 10);
    await hostSleep(100);
    return ticks;
  });
  assertEquals(ticks, [10, 20, 30]);
});

Deno.test("a timer set before the run can be cleared in it", async () => {
  let fired = false;
  const timer = setTimeout(() => fired = true, 1);
  await virtual(() => clearTimeout(timer));
  await new Promise((wake) => setTimeout(wake, 5));
  assertFalse(fired);
});

Deno.test("setTimeout() refuses what is no function, as the body's error", async () => {
  const error = await assertRejects(
    () => virtual(() => void setTimeout("code" as unknown as () => void, 1)),
    TypeError,
  );
  assertEquals(
    error.message,
    "setTimeout() takes a function to call, not string",
  );
});

Deno.test("a timer carries the asynchronous context to its callback", async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  const storage = new AsyncLocalStorage<string>();
  const heard = await virtual(async () => {
    const heard: (string | undefined)[] = [];
    storage.run("one", () => {
      setTimeout(() => heard.push(storage.getStore()), 10);
    });
    await hostSleep(20);
    heard.push(storage.getStore());
    return heard;
  });
  assertEquals(heard, ["one", undefined]);
});

Deno.test("node:timers and node:timers/promises are on virtual time", async () => {
  const { default: timers } = await import("node:timers");
  const { default: promises } = await import("node:timers/promises");
  const log = await virtual(async (time) => {
    const log: unknown[] = [];
    timers.setTimeout(() => log.push(`fired at ${time.now()}`), 10);
    log.push(await promises.setTimeout(1000, "value"));
    await promises.scheduler.wait(500);
    await promises.setImmediate();
    for await (const tick of promises.setInterval(100, "tick")) {
      log.push(`${tick} at ${time.now()}`);
      if (time.now() >= 1700) break;
    }
    const signal = AbortSignal.timeout(50);
    const error = await assertRejects(() =>
      promises.setTimeout(100, null, { signal })
    );
    log.push((error as Error).name, time.now());
    return log;
  });
  assertEquals(log, [
    "fired at 10",
    "value",
    "tick at 1600",
    "tick at 1700",
    "AbortError",
    1750,
  ]);
});

Deno.test("what a namespace and require() of node:timers give by default is on virtual time", async () => {
  const namespace = await import("node:timers");
  const { createRequire } = await import("node:module");
  const required = createRequire(import.meta.url)("node:timers");
  const passed = await virtual(async (time) => {
    await new Promise((wake) => namespace.default.setTimeout(wake, 1000));
    await new Promise((wake) => required.setTimeout(wake, 1000));
    return time.now();
  });
  assertEquals(passed, 2000);
});
