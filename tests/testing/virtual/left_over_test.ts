import {
  assertEquals,
  assertFalse,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import { createTask, LeakError, sleep, virtual } from "../../../mod.ts";
import { hostSleep } from "../host_sleep.ts";
import { hostTimer } from "./host_timer.ts";

Deno.test("what the body leaves over is an error that says where it was made", async () => {
  const error = await assertRejects(() =>
    virtual((time) => {
      setTimeout(function retry() {}, 500);
      time.sleep(30);
      time.advance(40);
      Promise.reject(new RangeError("boo"));
    }), LeakError);
  assertEquals(error.leaks.map(({ kind, label }) => [kind, label]), [
    ["timer", "setTimeout(retry, 500), due at 500 ms"],
    ["promise", "time.sleep(30), due at 30 ms"],
    ["promise", "time.advance, which was to end at 40 ms"],
    [
      "rejection",
      "a promise rejected with RangeError: boo, which nobody handled",
    ],
  ]);
  for (const { origin } of error.leaks) {
    assertStringIncludes(origin[0]!, "left_over_test.ts:");
    assertFalse(origin.some((line) => line.includes("/src/testing/")));
  }
  assertStringIncludes(error.message, "4 things are left over");
});

Deno.test("a single unhandled rejection is the cause of the LeakError", async () => {
  const reason = new Error("nobody looks");
  const error = await assertRejects(
    () => virtual(() => void Promise.reject(reason)),
    LeakError,
  );
  assertStrictEquals(error.cause, reason);
});

Deno.test("a rejection that is handled later is none that is left over", async () => {
  const handled = await virtual(async () => {
    const rejected = Promise.reject(new Error("late"));
    await hostSleep(1000);
    return await rejected.catch(() => "handled");
  });
  assertEquals(handled, "handled");
});

Deno.test("tasks that a coroutine leaves over are leaks", async () => {
  const error = await assertRejects(() =>
    virtual(function* () {
      createTask(sleep(10), { name: "left" });
      yield* sleep(0);
    }), LeakError);
  assertEquals(error.leaks.map(({ kind, label }) => [kind, label]), [
    ["task", "left, which waits for sleep until 10 ms"],
  ]);
  assertStringIncludes(error.leaks[0]!.origin[0]!, "left_over_test.ts:");
});

Deno.test("unref'd timers and signals are no leaks, and leaks: false asks for none", async () => {
  await virtual(() => {
    AbortSignal.timeout(1000);
    hostTimer(() => {}, 1000).unref();
  });
  const left = await virtual((time) => {
    setInterval(() => {}, 10);
    return time.timers().length;
  }, { leaks: false });
  assertEquals(left, 1);
});

Deno.test("an immediate that the body leaves over runs, and is no leak", async () => {
  const log: string[] = [];
  await virtual(() => {
    setImmediate(() => {
      log.push("first");
      setImmediate(() => log.push("second"));
    });
  });
  assertEquals(log, ["first", "second"]);
});

Deno.test("of a hundred leaks the message shows ten, and the error has all", async () => {
  const error = await assertRejects(() =>
    virtual(() => {
      for (let count = 0; count < 100; count++) setTimeout(() => {}, count);
    }), LeakError);
  assertEquals(error.leaks.length, 100);
  assertEquals(error.message.split("\n").at(-1), "  and 90 more");
});
