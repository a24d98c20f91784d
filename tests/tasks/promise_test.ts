import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  createTask,
  type ExceptionContext,
  fromPromise,
  getRunningLoop,
  run,
  sleep,
  toPromise,
} from "../../mod.ts";

Deno.test("fromPromise gives the result and throws the rejection", async () => {
  const log: string[] = [];
  await run(function* () {
    log.push(yield* fromPromise(Promise.resolve("resolved")));
    try {
      yield* fromPromise(Promise.reject(new Error("rejected")));
    } catch (error) {
      log.push((error as Error).message);
    }
  });
  assertEquals(log, ["resolved", "rejected"]);
});

Deno.test("cancelling what follows a promise calls its cancel function", async () => {
  const log: string[] = [];
  await run(function* () {
    const future = fromPromise(new Promise(() => {}), {
      cancel: (message) => log.push(`aborted: ${message}`),
    });
    const task = createTask(function* () {
      yield* future;
    }());
    yield* sleep(0);
    task.cancel("not needed");
    try {
      yield* task;
    } catch (error) {
      log.push((error as Error).name);
    }
  });
  assertEquals(log, ["aborted: not needed", "CancelledError"]);
});

Deno.test("a cancel function that throws is reported", async () => {
  const heard: ExceptionContext[] = [];
  await run(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    fromPromise(new Promise(() => {}), {
      cancel() {
        throw new Error("cannot abort");
      },
    }).cancel();
    yield* sleep(0);
  });
  assertEquals(
    heard[0]!.message,
    "Exception in the cancel function of fromPromise()",
  );
});

Deno.test("fromPromise refuses what is no promise, and needs a loop", () => {
  assertThrows(() => fromPromise(5 as never), TypeError, "fromPromise() takes");
  assertThrows(() => fromPromise(Promise.resolve()), Error, "pass { loop }");
});

Deno.test("toPromise hands a coroutine's result to native code", async () => {
  const seen = await run(function* () {
    const native = async () => `native got ${await toPromise(sleep(1, "it"))}`;
    return yield* fromPromise(native());
  });
  assertEquals(seen, "native got it");
});

Deno.test("native code may await a task", async () => {
  const seen = await run(function* () {
    const task = createTask(sleep(1, 20));
    return yield* fromPromise((async () => 1 + await task)());
  });
  assertEquals(seen, 21);
});

Deno.test("a promise that settles after its future was cancelled is ignored", async () => {
  const heard: ExceptionContext[] = [];
  await run(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    const promises = [
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ];
    const futures = promises.map(({ promise }) => fromPromise(promise));
    for (const future of futures) {
      assert(future.cancel());
      assertEquals(future.cancel(), false);
    }
    promises[0]!.resolve();
    promises[1]!.reject(new Error("too late"));
    yield* sleep(1);
  });
  assertEquals(heard, []);
});

Deno.test("a promise rejected with nothing is still an error", async () => {
  await assertRejects(
    () =>
      run(function* () {
        yield* fromPromise(Promise.reject());
      }),
    Error,
    "Promise rejected with undefined",
  );
});
