/** What is handed over to become a task, and what is refused. */

import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import {
  createTask,
  ensureFuture,
  EventLoop,
  fromPromise,
  gather,
  getRunningLoop,
  runSync,
  sleep,
  taskGroup,
  timeout,
} from "../../mod.ts";

Deno.test("a generator function in place of a coroutine: call it", () => {
  function* work() {}
  runSync(function* () {
    assertThrows(
      () => createTask(work as never),
      TypeError,
      "got the generator function work, not a coroutine; call it: work()",
    );
    assertThrows(
      () => ensureFuture(work as never),
      TypeError,
      "call it: work()",
    );
    assertThrows(() => gather([work as never]), TypeError, "call it: work()");
  });
});

Deno.test("a coroutine handed over twice is refused the second time", () => {
  const log: string[] = [];
  runSync(function* () {
    const coroutine = function* () {
      yield* sleep(1);
      log.push("ran");
    }();
    const task = createTask(coroutine);
    assertThrows(
      () => createTask(coroutine),
      Error,
      "already handed to a task",
    );
    yield* task;
    assertThrows(
      () => createTask(coroutine),
      Error,
      "already handed to a task",
    );
  });
  assertEquals(log, ["ran"]);
});

Deno.test("the same sleep(0) may be handed over as often as it is called", () => {
  runSync(function* () {
    yield* gather([sleep(0), sleep(0), sleep(0)]);
    yield* createTask(sleep(0));
  });
});

Deno.test("what is no awaitable is named", () => {
  runSync(function* () {
    assertThrows(() => createTask(null as never), TypeError, "not null");
    assertThrows(() => createTask(7 as never), TypeError, "not number 7");
    assertThrows(
      () => createTask(async function* () {}() as never),
      TypeError,
      "not an async generator",
    );
    assertThrows(
      () => createTask((async () => {})() as never),
      TypeError,
      "takes a coroutine",
    );
  });
});

Deno.test("a coroutine that a task runs cannot be awaited beside it", () => {
  const messages: string[] = [];
  runSync(function* () {
    const coroutine = function* () {
      yield* getRunningLoop().createFuture<void>();
    }();
    const task = createTask(coroutine);
    yield* sleep(0);
    try {
      // deno-lint-ignore loopbook/no-reused-coroutines
      yield* coroutine;
    } catch (error) {
      messages.push((error as Error).message);
    }
    task.cancel();
  });
  assertEquals(messages.map((each) => each.split(";")[0]), [
    "Coroutine is being awaited by another task already",
  ]);
});

Deno.test("ensureFuture needs a loop, and its own one", () => {
  const loop = new EventLoop();
  const other = new EventLoop();
  const future = other.createFuture<void>();
  assertStrictEquals(ensureFuture(future), future);
  assertThrows(
    () => ensureFuture(future, loop),
    Error,
    "belongs to another event loop",
  );
  assertThrows(() => ensureFuture(sleep(1)), Error, "No running event loop");
  loop.close();
  other.close();
});

Deno.test("a plain function in place of an awaitable is told so", () => {
  runSync(function* () {
    const later = () => 5;
    assertThrows(
      () => createTask(later as never),
      TypeError,
      "got the function later, not an awaitable; call it, or pass a coroutine",
    );
  });
});

Deno.test("what is wrong is said in the words of the function that was called", () => {
  runSync(function* () {
    function* work() {}
    const said = (call: () => unknown) => assertThrows(call, TypeError).message;
    assertEquals(
      [
        said(() => createTask(Promise.resolve() as never)),
        said(() => fromPromise(work() as never)),
        said(() => timeout(5, work() as never)),
        said(() => taskGroup(undefined as never)),
        said(() => timeout(5, (async () => {}) as never).next()),
      ],
      [
        "createTask() takes a coroutine, not a promise",
        "fromPromise() takes a promise, not a coroutine",
        "timeout() takes a coroutine function as its body, not a coroutine; pass the function itself",
        "taskGroup() takes a coroutine function as its body, not undefined; pass the function itself",
        "timeout() takes a coroutine function (function*) as its body; this one gave a promise",
      ],
    );
  });
});
