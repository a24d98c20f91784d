import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  createTask,
  currentTask,
  getRunningLoop,
  runSync,
  sleep,
  type Task,
  TimeoutError,
  waitFor,
} from "../../mod.ts";
import { ending } from "./ending.ts";
import { passesOf } from "./passes.ts";

function* nothing() {}

Deno.test("rule 15: a coroutine runs inline, in the caller's task", () => {
  runSync(function* () {
    const me = currentTask();
    const same = yield* waitFor(
      function* () {
        return currentTask() === me;
      }(),
      10,
    );
    assert(same);
  });
});

Deno.test("waitFor of an empty coroutine takes no pass", () => {
  assertEquals(runSync(() => passesOf(() => waitFor(nothing(), 1))), 0);
});

Deno.test("waitFor(sleep, 0) takes 3 passes", () => {
  assertEquals(runSync(() => passesOf(() => waitFor(sleep(5), 0))), 3);
});

Deno.test("rule 15: a limit of zero takes a result that is there", () => {
  runSync(function* () {
    const task = createTask(sleep(0, "there"));
    yield* task;
    assertEquals(yield* waitFor(task, 0), "there");
    assertEquals(yield* waitFor(task, -1), "there");
  });
});

Deno.test("rule 15: a limit of zero cancels what is not done, and waits for its end", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } finally {
        yield* sleep(20);
        log.push("cleaned");
      }
    }());
    yield* sleep(0);
    try {
      yield* waitFor(task, 0);
    } catch (error) {
      assert(error instanceof TimeoutError);
      log.push(`timeout at ${getRunningLoop().time()}`);
    }
    assert(task.cancelled());
  });
  assertEquals(log, ["cleaned", "timeout at 20"]);
});

Deno.test("rule 15: a limit of zero gives the result of one that refuses to be cancelled", () => {
  runSync(function* () {
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        return "stubborn";
      }
      return "";
    }());
    yield* sleep(0);
    assertEquals(yield* waitFor(task, 0), "stubborn");
  });
});

Deno.test("rule 15: a task that takes too long is cancelled", () => {
  runSync(function* () {
    const task: Task<void> = createTask(sleep(1000));
    try {
      yield* waitFor(task, 30);
    } catch (error) {
      assert(error instanceof TimeoutError);
    }
    assert(task.cancelled());
    assertEquals(getRunningLoop().time(), 30);
  });
});

Deno.test("no limit waits as long as it takes", () => {
  runSync(function* () {
    assertEquals(yield* waitFor(sleep(10_000, "long"), null), "long");
  });
});

Deno.test("bad arguments are refused at the call", () => {
  assertThrows(
    () => waitFor(sleep(1), NaN),
    RangeError,
    "Invalid time limit: NaN",
  );
  assertThrows(
    () => waitFor(nothing as never, 1),
    TypeError,
    "call it: nothing()",
  );
  assertThrows(
    () => waitFor(undefined as never, 1),
    TypeError,
    "not undefined",
  );
});

Deno.test("waitFor with no time left throws the error of what it cancels", () => {
  runSync(function* () {
    const task = createTask(function* () {
      try {
        yield* sleep(1000);
      } catch {
        throw new RangeError("while cleaning up");
      }
    }());
    yield* sleep(0);
    assertEquals(
      yield* ending(createTask(waitFor(task, 0))),
      "RangeError",
    );
  });
});
