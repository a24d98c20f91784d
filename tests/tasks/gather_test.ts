import {
  assert,
  assertEquals,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  CancelledError,
  createTask,
  EventLoop,
  type ExceptionContext,
  gather,
  getRunningLoop,
  run,
  runSync,
  sleep,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

function* nothing() {}

function* fail(delay: number, error: Error) {
  yield* sleep(delay);
  throw error;
}

Deno.test("rule 14: results come by position, not by completion", () => {
  const results = runSync(() => {
    return function* () {
      return yield* gather([sleep(30, "a"), sleep(10, "b"), sleep(20, 3)]);
    }();
  });
  assertEquals(results, ["a", "b", 3]);
});

Deno.test("gathering nothing gives an empty list without a pass", () => {
  assertEquals(runSync(() => passesOf(() => gather([])[Symbol.iterator]())), 0);
});

Deno.test("gathering two takes 3 passes", () => {
  assertEquals(
    runSync(() =>
      passesOf(function* () {
        yield* gather([nothing(), nothing()]);
      })
    ),
    3,
  );
});

Deno.test("rule 14: the same awaitable twice counts once", () => {
  const log: string[] = [];
  runSync(function* () {
    const coroutine = function* () {
      log.push("ran");
      yield* sleep(1);
      return "once";
    }();
    const future = getRunningLoop().createFuture<string>();
    getRunningLoop().callLater(5, () => future.setResult("future"));
    const results = yield* gather([coroutine, future, coroutine, future]);
    assertEquals(results, ["once", "future", "once", "future"]);
  });
  assertEquals(log, ["ran"]);
});

Deno.test("rule 14: the first error settles the whole while siblings run on", () => {
  const log: string[] = [];
  const error = new Error("boom");
  runSync(function* () {
    const loop = getRunningLoop();
    const sibling = createTask(function* () {
      yield* sleep(100);
      log.push(`sibling at ${loop.time()}`);
    }());
    try {
      yield* gather([sibling, fail(10, error)]);
    } catch (caught) {
      assertStrictEquals(caught, error);
      log.push(`caught at ${loop.time()}`);
    }
    yield* sibling;
  });
  assertEquals(log, ["caught at 10", "sibling at 100"]);
});

Deno.test("rule 14: a later error of a sibling is not reported as lost", () => {
  const heard: ExceptionContext[] = [];
  runSync(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    try {
      yield* gather([
        fail(1, new Error("first")),
        fail(2, new Error("second")),
      ]);
    } catch {
      yield* sleep(10);
    }
  });
  assertEquals(heard, []);
});

Deno.test("rule 14: returnExceptions puts errors and cancellations into the list", () => {
  const error = new Error("boom");
  runSync(function* () {
    const cancelled = createTask(sleep(1000));
    getRunningLoop().callLater(5, () => cancelled.cancel("gone"));
    const [good, bad, gone] = yield* gather([
      sleep(20, "good"),
      fail(10, error),
      cancelled,
    ], { returnExceptions: true });
    assertEquals(good, "good");
    assertStrictEquals(bad, error);
    assert(gone instanceof CancelledError);
  });
});

Deno.test("rule 14: a cancelled child counts as an error", () => {
  runSync(function* () {
    const child = createTask(sleep(1000));
    const all = gather([child, sleep(50)]);
    yield* sleep(1);
    child.cancel("child");
    let caught: unknown;
    try {
      yield* all;
    } catch (error) {
      caught = error;
    }
    assert(caught instanceof CancelledError);
    assertEquals(all.cancelled(), false);
  });
});

Deno.test("rule 14: cancelling the outer cancels the children and settles it later", () => {
  const log: string[] = [];
  function* child(name: string, cleanup: number) {
    try {
      yield* sleep(1000);
    } finally {
      yield* sleep(cleanup);
      log.push(`${name} at ${getRunningLoop().time()}`);
    }
  }
  runSync(function* () {
    const all = gather([child("slow", 30), child("quick", 10)]);
    yield* sleep(1);
    assert(all.cancel());
    assertEquals(all.done(), false);
    try {
      yield* all;
    } catch (error) {
      log.push(`${(error as Error).name} at ${getRunningLoop().time()}`);
    }
    yield* sleep(100);
  });
  assertEquals(log, ["quick at 11", "CancelledError at 11", "slow at 31"]);
});

Deno.test("rule 14: with returnExceptions a cancelled outer waits for every child", () => {
  const log: string[] = [];
  function* child(cleanup: number) {
    try {
      yield* sleep(1000);
    } finally {
      yield* sleep(cleanup);
    }
  }
  runSync(function* () {
    const all = gather([child(30), child(10)], { returnExceptions: true });
    yield* sleep(1);
    all.cancel();
    try {
      yield* all;
    } catch (error) {
      log.push(`${(error as Error).name} at ${getRunningLoop().time()}`);
    }
  });
  assertEquals(log, ["CancelledError at 31"]);
});

Deno.test("rule 14: cancelling is refused once all children are done", () => {
  runSync(function* () {
    const one = createTask(nothing());
    const all = gather([one]);
    yield* one;
    assertEquals(all.cancel(), false);
    assertEquals(yield* all, [undefined]);
  });
});

Deno.test("cancelling the task that gathers reaches the children", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(function* () {
      yield* gather([
        function* () {
          try {
            yield* sleep(100);
          } catch (error) {
            log.push("child cancelled");
            throw error;
          }
        }(),
      ]);
    }());
    yield* sleep(1);
    task.cancel();
    try {
      yield* task;
    } catch (error) {
      log.push((error as Error).name);
    }
  });
  assertEquals(log, ["child cancelled", "CancelledError"]);
});

Deno.test("gather takes promises beside coroutines, and keeps the tuple's types", async () => {
  const [a, b, c] = await run(function* () {
    const results = yield* gather([
      sleep(1, "text"),
      Promise.resolve(7),
      getRunningLoop().createTask(sleep(0, true)),
    ]);
    const [text, number, flag]: [string, number, boolean] = results;
    return [text, number, flag] as const;
  });
  assertEquals([a, b, c], ["text", 7, true]);
});

Deno.test("a bad argument is named before anything is started", () => {
  const log: string[] = [];
  runSync(function* () {
    function* work() {
      log.push("started");
    }
    assertThrows(
      () => gather([work(), 3 as never]),
      TypeError,
      "gather() takes a coroutine, a future or a promise, not number 3",
    );
    assertThrows(
      () => gather(work() as never),
      TypeError,
      "gather() takes one array of awaitables",
    );
    yield* sleep(1);
  });
  assertEquals(log, []);
});

Deno.test("gather outside of a loop says what is missing", () => {
  assertThrows(() => gather([nothing()]), Error, "No running event loop");
  assertThrows(() => gather([]), Error, "No running event loop");
  const loop = new EventLoop();
  const future = loop.createFuture<void>();
  gather([future]); // a future brings its loop along, as in asyncio
  loop.close();
});

Deno.test("an error of a gather that nobody waits for is reported as its own", () => {
  const messages: string[] = [];
  runSync(function* () {
    getRunningLoop().setExceptionHandler((_, { message }) => {
      messages.push(message);
    });
    gather([
      function* fails() {
        throw new Error("unseen");
      }(),
    ]);
    yield* sleep(1);
  });
  assertEquals(messages, ["GatheringFuture exception was never retrieved"]);
});
