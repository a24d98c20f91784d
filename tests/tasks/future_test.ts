import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  CancelledError,
  createTask,
  EventLoop,
  type ExceptionContext,
  type Future,
  getRunningLoop,
  InvalidStateError,
  run,
  runSync,
  sleep,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

Deno.test("rule 5: waiting for a settled future does not switch", () => {
  const log: string[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    const future = loop.createFuture<number>();
    future.setResult(1);
    loop.callSoon(() => log.push("other"));
    log.push(`result ${yield* future}`);
    yield* sleep(0);
  });
  assertEquals(log, ["result 1", "other"]);
});

Deno.test("rule 5: waiting for a pending future takes a wake-up of its own", () => {
  const passes = runSync(() =>
    passesOf(function* () {
      const loop = getRunningLoop();
      const future = loop.createFuture<void>();
      loop.callSoon(() => future.setResult());
      yield* future;
    })
  );
  assertEquals(passes, 2); // the callback's pass, and the wake-up's
});

Deno.test("rule 6: callbacks run in the order they were added, tasks among them", () => {
  const log: string[] = [];
  function* waiter(name: string, future: Future<number>) {
    log.push(`${name} ${yield* future}`);
  }
  runSync(function* () {
    const future = getRunningLoop().createFuture<number>();
    future.addDoneCallback(() => log.push("callback 1"));
    createTask(waiter("task", future));
    yield* sleep(0);
    future.addDoneCallback(() => log.push("callback 2"));
    future.setResult(7);
    log.push("set");
    yield* sleep(0);
  });
  assertEquals(log, ["set", "callback 1", "task 7", "callback 2"]);
});

Deno.test("rule 6: a callback added to a settled future runs in the next pass", () => {
  const log: string[] = [];
  runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    future.setResult();
    future.addDoneCallback((self) => log.push(`called ${self === future}`));
    log.push("added");
    yield* sleep(0);
  });
  assertEquals(log, ["added", "called true"]);
});

Deno.test("rule 6: a callback removed in time is not called, and the count is right", () => {
  const log: string[] = [];
  runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    const one = () => log.push("one");
    const two = () => log.push("two");
    future.addDoneCallback(one);
    future.addDoneCallback(two);
    future.addDoneCallback(one);
    assertEquals(future.removeDoneCallback(one), 2);
    assertEquals(future.removeDoneCallback(one), 0);
    future.setResult();
    yield* sleep(0);
  });
  assertEquals(log, ["two"]);
});

Deno.test("a future gives its result, its error or its cancellation", () => {
  const loop = new EventLoop();
  const error = new Error("boom");
  const [good, bad, gone] = [0, 1, 2].map(() => loop.createFuture<number>());
  good!.setResult(1);
  bad!.setException(error);
  assert(gone!.cancel("enough"));
  assertEquals([good!.done(), bad!.done(), gone!.done()], [true, true, true]);
  assertEquals(good!.result(), 1);
  assertEquals(good!.exception(), undefined);
  assertStrictEquals(assertThrows(() => bad!.result()), error);
  assertStrictEquals(bad!.exception(), error);
  assertThrows(() => gone!.result(), CancelledError, "enough");
  assertThrows(() => gone!.exception(), CancelledError, "enough");
  assertEquals([good!.cancelled(), gone!.cancelled()], [false, true]);
  assertEquals(gone!.cancel(), false);
  loop.close();
});

Deno.test("a future is settled once, and asked only when it is settled", () => {
  const loop = new EventLoop();
  const future = loop.createFuture<number>();
  assertThrows(() => future.result(), InvalidStateError, "Result is not set");
  assertThrows(
    () => future.exception(),
    InvalidStateError,
    "Exception is not set",
  );
  assertThrows(
    () => future.setException(undefined),
    TypeError,
    "needs an error",
  );
  future.setResult(1);
  assertThrows(() => future.setResult(2), InvalidStateError, "done already");
  assertThrows(() => future.setException(new Error()), InvalidStateError);
  const gone = loop.createFuture<number>();
  gone.cancel();
  assertThrows(() => gone.setResult(2), InvalidStateError, "cancelled already");
  loop.close();
});

Deno.test("rule 8: the error of a future is thrown where it is waited for", () => {
  const error = new Error("boom");
  const caught = runSync(function* () {
    const loop = getRunningLoop();
    const future = loop.createFuture<void>();
    loop.callLater(10, () => future.setException(error));
    try {
      yield* future;
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  });
  assertStrictEquals(caught, error);
});

Deno.test("native code can await a future", async () => {
  const results = await run(function* () {
    const loop = getRunningLoop();
    const good = loop.createFuture<string>();
    const bad = loop.createFuture<string>();
    const promises = [
      good.then((value) => `got ${value}`),
      bad.then(null, (error) => `caught ${(error as Error).message}`),
    ];
    good.setResult("a");
    bad.setException(new Error("b"));
    const done = loop.createFuture<string[]>();
    Promise.all(promises).then((all) => done.setResult(all));
    return yield* done;
  });
  assertEquals(results, ["got a", "caught b"]);
});

Deno.test("a cancelled future rejects for native code", async () => {
  await assertRejects(
    () =>
      run(function* () {
        const future = getRunningLoop().createFuture<void>();
        const promise = future.then();
        future.cancel("no more");
        const done = getRunningLoop().createFuture<void>();
        promise.catch((error) => done.setException(error));
        yield* done;
      }),
    CancelledError,
    "no more",
  );
});

Deno.test("rule 13: an error that nobody looked at is reported when the loop closes", () => {
  const loop = new EventLoop();
  const heard: ExceptionContext[] = [];
  loop.setExceptionHandler((_, context) => heard.push(context));
  const error = new Error("lost");
  loop.createFuture<void>().setException(error);
  const seen = loop.createFuture<void>();
  seen.setException(new Error("seen"));
  seen.exception();
  loop.close();
  assertEquals(heard.map(({ message }) => message), [
    "Future exception was never retrieved",
  ]);
  assertStrictEquals(heard[0]!.exception, error);
});

Deno.test("futures and tasks have a name for consoles", () => {
  runSync(function* () {
    const task = createTask(sleep(0));
    assertEquals(String(getRunningLoop().createFuture()), "[object Future]");
    assertEquals(String(task), "[object Task]");
    yield* task;
  });
});
