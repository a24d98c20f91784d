import {
  assertEquals,
  assertFalse,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import { createTask, DeadlockError, Lock, virtual } from "../../../mod.ts";
import { hostSleep } from "../host_sleep.ts";

Deno.test("a body that waits for nobody is a deadlock, told with where and since when", async () => {
  const error = await assertRejects(() =>
    virtual(async () => {
      await hostSleep(120);
      await waiter();
    }), DeadlockError);
  const [first, since, awaited] = error.message.split("\n");
  assertEquals(
    first,
    "Body waits for what can never happen: at 120 ms nothing is ready, no timer is set and no I/O is in flight",
  );
  assertEquals(
    since,
    "  since 120 ms somebody waits for a promise that nobody settles",
  );
  assertStringIncludes(awaited!, "awaited at waiter (");
  assertStringIncludes(error.message, "made at neverSettled (");
  assertFalse(error.stack!.includes("/src/testing/"), error.stack);
});

Deno.test("a body that returns a promise nobody settles waits for it itself", async () => {
  const error = await assertRejects(() => virtual(neverSettled), DeadlockError);
  const [_, since, made] = error.message.split("\n");
  assertEquals(
    since,
    "  since 0 ms the body waits for a promise that nobody settles",
  );
  assertStringIncludes(made!, "made at neverSettled (");
});

Deno.test("a deadlock tells of the rejection that nobody saw", async () => {
  const reason = new Error("the connection broke");
  const error = await assertRejects(() =>
    virtual(async () => {
      let connected = () => {};
      const ready = new Promise<void>((resolve) => connected = resolve);
      (async () => {
        await hostSleep(10);
        if (Date.now() > 0) throw reason;
        connected();
      })();
      await ready;
    }), DeadlockError);
  assertStrictEquals(error.cause, reason);
  assertStringIncludes(
    error.message,
    "a promise rejected with Error: the connection broke, which nobody handled",
  );
});

Deno.test("coroutines that wait for each other are a deadlock, told by task", async () => {
  const error = await assertRejects(() =>
    virtual(function* () {
      const lock = new Lock();
      yield* lock.acquire();
      function* second() {
        yield* lock.acquire();
      }
      yield* createTask(second(), { name: "second" });
    }), DeadlockError);
  const lines = error.message.split("\n");
  assertEquals(lines[1], "  In a circle: Task-1 → second → Task-1");
  assertEquals(lines[2], '  Task-1 waits for task "second"');
  assertEquals(lines[3], "  second waits for Lock #1, held by Task-1");
  assertStringIncludes(lines[4]!, "waits at second (");
  assertStringIncludes(lines[4]!, "deadlock_test.ts:");
  assertStringIncludes(lines[5]!, "made at ");
  assertStringIncludes(lines[5]!, "deadlock_test.ts:");
});

async function waiter(): Promise<void> {
  await neverSettled();
}

function neverSettled(): Promise<void> {
  return new Promise(() => {});
}
