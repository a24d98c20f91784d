import { assertEquals, assertThrows } from "@std/assert";
import {
  createTask,
  gather,
  getRunningLoop,
  runSync,
  sleep,
  type Task,
  timeout,
} from "../../mod.ts";
import { ending } from "./ending.ts";
import { passesOf } from "./passes.ts";

Deno.test("rule 9: sleep(0) takes one pass and no time", () => {
  assertEquals(runSync(() => passesOf(() => sleep(0))), 1);
  assertEquals(runSync(() => passesOf(() => sleep(-5))), 1);
  assertEquals(runSync(() => passesOf(() => sleep(0, "x"))), 1);
});

Deno.test("rule 9: a positive sleep takes the timer's pass and the wake-up's", () => {
  const passes: number[] = [];
  let pass = 0;
  runSync(sleep(10), {
    trace: {
      record(event) {
        pass = event.pass;
        if (event.kind === "started" || event.kind === "resumed") {
          passes.push(pass);
        }
      },
    },
  });
  assertEquals(passes, [1, 3]);
});

Deno.test("sleep gives its result, on time", () => {
  const seen = runSync(function* () {
    const loop = getRunningLoop();
    const result = yield* sleep(250, "a");
    const other = yield* sleep(0, "b");
    return [result, other, loop.time()];
  });
  assertEquals(seen, ["a", "b", 250]);
});

Deno.test("sleeps side by side end by their deadlines, equal ones in order", () => {
  const log: string[] = [];
  function* nap(name: string, delay: number) {
    yield* sleep(delay);
    log.push(name);
  }
  runSync(function* () {
    yield* gather([nap("c", 30), nap("a1", 10), nap("b", 20), nap("a2", 10)]);
  });
  assertEquals(log, ["a1", "a2", "b", "c"]);
});

Deno.test("rule 9: NaN and what is no number are refused at the call", () => {
  assertThrows(
    () => sleep(NaN),
    RangeError,
    "Invalid delay: NaN; sleep() takes a number of milliseconds",
  );
  assertThrows(() => sleep("1" as never), RangeError, 'Invalid delay: "1"');
  assertThrows(
    () => sleep(undefined as never),
    RangeError,
    "Invalid delay: undefined",
  );
});

Deno.test("a sleep that was waited for cannot be waited for again", () => {
  assertThrows(
    () =>
      runSync(function* () {
        const nap = sleep(1);
        yield* nap;
        // deno-lint-ignore loopbook/no-reused-coroutines
        yield* nap;
      }),
    Error,
    "Sleep was already awaited; call sleep() again",
  );
});

Deno.test("a sleep that is never waited for sets no timer", () => {
  const end = runSync(function* () {
    // deno-lint-ignore loopbook/no-floating-coroutines
    sleep(1000);
    yield* sleep(1);
    return getRunningLoop().time();
  });
  assertEquals(end, 1);
});

Deno.test("a sleep left by an error calls its timer off", () => {
  const timers: string[] = [];
  runSync(function* () {
    try {
      yield* timeout(5, () => sleep(1000));
    } catch {
      yield* sleep(1);
    }
  }, {
    trace: {
      record(event) {
        if (event.kind === "timer-cancelled") {
          timers.push(`cancelled at ${event.time}`);
        }
      },
    },
  });
  assertEquals(timers, ["cancelled at 5"]);
});

Deno.test("a coroutine closed in the middle of a sleep calls its timer off", () => {
  const end = runSync(function* () {
    const coroutine = function* () {
      yield* sleep(1000);
    }();
    coroutine.next();
    coroutine.return();
    yield* sleep(1);
    return getRunningLoop().time();
  });
  assertEquals(end, 1);
});

Deno.test("a sleep stepped outside of a loop says what is missing", () => {
  assertThrows(() => sleep(1).next(), Error, "No running event loop");
});

Deno.test("two tasks cannot share one sleep", () => {
  const message = runSync(function* () {
    const nap = sleep(10);
    function* take() {
      try {
        yield* nap;
        return "slept";
      } catch (error) {
        return (error as Error).message;
      }
    }
    const results = yield* gather([createTask(take()), createTask(take())]);
    return results.join(" | ");
  });
  assertEquals(
    message,
    "slept | Coroutine is being awaited by another task already; two tasks cannot step one coroutine, but both can wait for one task (in Task-3)",
  );
});

Deno.test("a sleep cancelled in the very pass in which its timer fires is cancelled", () => {
  runSync(function* () {
    const loop = getRunningLoop();
    loop.callLater(10, () => task.cancel());
    const task: Task<void> = createTask(sleep(10));
    yield* sleep(0);
    assertEquals(yield* ending(task), "CancelledError");
    assertEquals(loop.time(), 10);
  });
});

Deno.test("a sleep(0) with a result is cancelled like any other", () => {
  runSync(function* () {
    const task = createTask(function* () {
      return yield* sleep(0, "x");
    }());
    yield* sleep(0);
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError");
  });
});
