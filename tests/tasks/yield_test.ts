/** Rule 12: what a coroutine may not yield comes back as an error in a new step. */

import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import {
  type Coroutine,
  createTask,
  EventLoop,
  getRunningLoop,
  runSync,
  sleep,
  type Task,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

function* nothing() {}

/** Yields what a coroutine may not yield; says what came back. */
function foreign(value: unknown): Coroutine<string> {
  return function* () {
    try {
      yield value as never;
    } catch (error) {
      return (error as Error).message;
    }
    return "nothing happened";
  }() as unknown as Coroutine<string>;
}

Deno.test("rule 12: a future yielded without the star is an error that names the fix", () => {
  const message = runSync(function* () {
    return yield* foreign(getRunningLoop().createFuture());
  });
  assertEquals(
    message,
    "Coroutine yielded an awaitable with yield; use yield* (in Task-1)",
  );
});

Deno.test("rule 12: a sleep yielded without the star is an error that names the fix", () => {
  assertEquals(
    runSync(() => foreign(sleep(5))),
    "Coroutine yielded an awaitable with yield; use yield* (in Task-1)",
  );
});

Deno.test("rule 12: a raw coroutine is refused", () => {
  assertEquals(
    runSync(() => foreign(nothing())),
    "Coroutine yielded a coroutine with yield; use yield* (in Task-1)",
  );
});

Deno.test("rule 12: a promise is refused, with the way to wait for it", () => {
  assertEquals(
    runSync(() => foreign(Promise.resolve())),
    "Coroutine yielded a promise; use yield* fromPromise(promise) (in Task-1)",
  );
});

Deno.test("rule 12: any other value is refused, and named", () => {
  assertEquals(
    runSync(() => foreign(42)),
    "Coroutine yielded number 42; only yield* of an awaitable can wait (in Task-1)",
  );
  assertEquals(
    runSync(() => foreign("x")),
    'Coroutine yielded "x"; only yield* of an awaitable can wait (in Task-1)',
  );
});

Deno.test("rule 12: the error names the task whose coroutine it was", () => {
  const message = runSync(function* () {
    return yield* createTask(foreign(42), { name: "worker" });
  });
  assertStringIncludes(message, "(in worker)");
});

Deno.test("rule 12: the error comes in a step of its own", () => {
  assertEquals(runSync(() => passesOf(() => foreign(42))), 1);
});

Deno.test("rule 12: a task that waits for itself is told so", () => {
  const message = runSync(function* () {
    function* selfish(): Coroutine<string> {
      try {
        return yield* self;
      } catch (error) {
        return (error as Error).message;
      }
    }
    const self: Task<string> = createTask(selfish());
    return yield* self;
  });
  assertEquals(message, "Task Task-2 cannot wait for itself");
});

Deno.test("rule 12: a future of another loop is refused", () => {
  const other = new EventLoop();
  const message = runSync(function* () {
    try {
      yield* other.createFuture();
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  });
  other.close();
  assert(message.startsWith("Task Task-1 waits for a future of another loop"));
});

Deno.test("rule 9: a bare yield takes one pass", () => {
  const passes = runSync(() =>
    passesOf(function* () {
      yield undefined as never;
    })
  );
  assertEquals(passes, 1);
});

Deno.test("the iterator of a future yielded by itself is told apart", () => {
  const message = runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    try {
      yield future[Symbol.iterator]() as never;
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  });
  assertEquals(
    message,
    "Coroutine yielded an awaitable with yield; use yield* (in Task-1)",
  );
});

Deno.test("yield* of an array is refused in our words, the engine's beside them", () => {
  const error = assertThrows(
    () =>
      runSync(function* () {
        yield* [1] as unknown as Coroutine<void>;
      }),
    TypeError,
    "Coroutine yielded number 1; only yield* of an awaitable can wait",
  );
  assert(error.cause instanceof TypeError);
});
