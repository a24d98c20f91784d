import { assertEquals, assertThrows } from "@std/assert";
import {
  createTask,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  getRunningLoop,
  run,
  runSync,
  sleep,
  type Task,
  wait,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

function* fail(delay: number) {
  yield* sleep(delay);
  throw new Error("boom");
}

function names(tasks: Set<Task<unknown>>): string[] {
  return Array.from(tasks, (task) => task.getName());
}

Deno.test("wait of one task takes 3 passes", () => {
  assertEquals(
    runSync(() =>
      passesOf(function* () {
        yield* wait([createTask(function* () {}())]);
      })
    ),
    3,
  );
});

Deno.test("rule 19: wait waits for all, throws nothing, and keeps the order", () => {
  runSync(function* () {
    const tasks = [
      createTask(sleep(30), { name: "slow" }),
      createTask(fail(10), { name: "bad" }),
      createTask(sleep(20), { name: "good" }),
    ];
    const { done, pending } = yield* wait(tasks);
    assertEquals(names(done as Set<Task<unknown>>), ["slow", "bad", "good"]);
    assertEquals(pending.size, 0);
    tasks[1]!.exception();
  });
});

Deno.test("rule 19: a timeout is no error and cancels nothing", () => {
  runSync(function* () {
    const slow = createTask(sleep(1000, "slow"));
    const quick = createTask(sleep(10, "quick"));
    const { done, pending } = yield* wait([slow, quick], { timeout: 50 });
    assertEquals([[...done], [...pending]], [[quick], [slow]]);
    assertEquals(getRunningLoop().time(), 50);
    assertEquals(yield* slow, "slow");
  });
});

Deno.test("rule 19: FIRST_COMPLETED returns at the first, whatever its end", () => {
  runSync(function* () {
    const bad = createTask(fail(10));
    const good = createTask(sleep(20));
    const { done } = yield* wait([good, bad], { returnWhen: FIRST_COMPLETED });
    assertEquals([...done], [bad as Task<void>]);
    bad.exception();
  });
});

Deno.test("rule 19: FIRST_EXCEPTION is not stopped by a cancelled one", () => {
  runSync(function* () {
    const cancelled = createTask(sleep(1000));
    const bad = createTask(fail(30));
    const slow = createTask(sleep(1000));
    getRunningLoop().callLater(10, () => cancelled.cancel());
    const { done, pending } = yield* wait<Task<void>>([cancelled, bad, slow], {
      returnWhen: FIRST_EXCEPTION,
    });
    assertEquals(getRunningLoop().time(), 30);
    assertEquals([done.size, pending.size], [2, 1]);
  });
});

Deno.test("wait counts the same task once, and takes promises", async () => {
  await run(function* () {
    const task = createTask(sleep(1));
    const { done } = yield* wait([task, task, Promise.resolve()]);
    assertEquals(done.size, 2);
  });
});

Deno.test("wait refuses what it can't wait for", () => {
  runSync(function* () {
    const task = createTask(sleep(0));
    assertThrows(() => wait([]), RangeError, "at least one");
    assertThrows(() => wait(task as never), TypeError, "wait([task])");
    assertThrows(
      () => wait([sleep(1) as never]),
      TypeError,
      "pass tasks: createTask(…)",
    );
    assertThrows(() => wait([5 as never]), TypeError, "not number 5");
    assertThrows(
      () => wait([task], { timeout: NaN }),
      RangeError,
      "Invalid time limit",
    );
    assertThrows(
      () => wait([task], { returnWhen: "ANY" as never }),
      TypeError,
      'Unknown returnWhen "ANY"',
    );
    yield* task;
  });
});
