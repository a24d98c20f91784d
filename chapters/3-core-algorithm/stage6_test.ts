import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { type Coroutine, resultOf } from "./stage4.ts";
import { createTask, getRunningLoop } from "./stage5.ts";
import { CancelLoop, main, sleep } from "./stage6.ts";

/** Runs a coroutine on stage 6: what it says, each line behind its time. */
function told(
  main: (say: (text: string) => void) => Coroutine<unknown>,
): string[] {
  const loop = new CancelLoop();
  const lines: string[] = [];
  loop.runUntilComplete(main((text) => lines.push(`${loop.time} ${text}`)));
  return lines;
}

Deno.test("a cancelled task is stopped where it waits, and cleans up in its own time", async () => {
  assertEquals(await linesOf(main), [
    "part 1",
    "part 2",
    "cancelled: true",
    "close the connection",
    "closed at 170 ms",
    "the task ended with CancelledError",
  ]);
});

Deno.test("a task that is cancelled before its first step never runs its body", () => {
  const lines = told(function* (say) {
    const task = createTask(function* () {
      say("the body runs");
    }());
    task.cancel();
    yield* sleep(1);
    say(`done: ${task.done()}`);
  });
  assertEquals(lines, ["1 done: true"]);
});

Deno.test("cancelling a task cancels the task that it waits for", () => {
  const lines = told(function* (say) {
    function* inner(): Coroutine<void> {
      try {
        yield* sleep(100);
      } finally {
        say("inner is stopped");
      }
    }
    const outer = createTask(resultOf(createTask(inner())));
    yield* sleep(10);
    outer.cancel();
    yield* sleep(10);
    say(`outer done: ${outer.done()}`);
  });
  assertEquals(lines, ["10 inner is stopped", "20 outer done: true"]);
});

Deno.test("a coroutine may refuse: then its task ends with a result", () => {
  const lines = told(function* (say) {
    function* stubborn(): Coroutine<string> {
      try {
        yield* sleep(100);
      } catch {
        say("not now");
      }
      yield* sleep(5);
      return "finished all the same";
    }
    const task = createTask(stubborn());
    yield* sleep(10);
    task.cancel();
    say(yield* resultOf(task));
  });
  assertEquals(lines, ["10 not now", "15 finished all the same"]);
});

Deno.test("a task that is ready to run is stopped at its next step", () => {
  const lines = told(function* (say) {
    const task = createTask(function* () {
      yield* sleep(0);
      say("works on");
    }());
    yield* sleep(0);
    task.cancel();
    try {
      yield* resultOf(task);
    } catch (error) {
      say((error as Error).name);
    }
  });
  assertEquals(lines, ["0 CancelledError"]);
});

Deno.test("a cancelled sleep leaves no timer behind", () => {
  const loop = new CancelLoop();
  loop.runUntilComplete(function* () {
    const task = createTask(sleep(1_000_000));
    yield* sleep(10);
    task.cancel();
    yield* sleep(10);
  }());
  loop.run();
  assertEquals(loop.time, 20);
});

Deno.test("what main leaves behind is cancelled and waited for", () => {
  const lines = told(function* (say) {
    createTask(function* () {
      try {
        yield* sleep(1000);
      } finally {
        say("clean up");
        yield* sleep(5);
        say("cleaned up");
      }
    }());
    yield* sleep(10);
    say("main ends");
  });
  assertEquals(lines, ["10 main ends", "10 clean up", "15 cleaned up"]);
});

Deno.test("a wish that comes in the last step is not lost: the task ends cancelled", () => {
  const lines = told(function* (say) {
    function* work(): Coroutine<void> {
      yield* sleep(10);
      task.cancel();
      say("the last line");
    }
    const task = createTask(work());
    try {
      yield* resultOf(task);
    } catch (error) {
      say((error as Error).name);
    }
  });
  assertEquals(lines, ["10 the last line", "10 CancelledError"]);
});

Deno.test("a sleep that is cancelled in the very pass in which it is over ends cancelled", () => {
  const lines = told(function* (say) {
    const task = createTask(sleep(10));
    getRunningLoop().callLater(10, () => say(`cancelled: ${task.cancel()}`));
    try {
      yield* resultOf(task);
    } catch (error) {
      say((error as Error).name);
    }
  });
  assertEquals(lines, ["10 cancelled: true", "10 CancelledError"]);
});
