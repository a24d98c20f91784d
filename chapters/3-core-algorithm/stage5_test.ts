import { assertEquals, assertThrows } from "@std/assert";
import { linesOf } from "../recording.ts";
import { Future } from "./stage3.ts";
import { resultOf } from "./stage4.ts";
import { createTask, getRunningLoop, main, sleep, TaskLoop } from "./stage5.ts";
import { main as unheard } from "./unheard.ts";

Deno.test("a task's error is thrown where somebody waits for the task", async () => {
  assertEquals(await linesOf(main), [
    "0 min: two slices are in",
    "2 min: golden toast",
    "5 min: burnt after 5 minutes",
  ]);
});

Deno.test("stage 5 returns when its main coroutine has ended, not when all tasks have", () => {
  const loop = new TaskLoop();
  loop.runUntilComplete(function* () {
    createTask(sleep(1000));
    yield* sleep(10);
  }());
  assertEquals(loop.time, 10);
});

Deno.test("an error that nobody waits for is lost without a sound on stage 5", async () => {
  const lines = await linesOf(() =>
    new TaskLoop().runUntilComplete(function* () {
      createTask(function* () {
        throw new Error("nobody hears me");
      }());
      yield* sleep(10);
    }())
  );
  assertEquals(lines, []);
});

Deno.test("stage 5 says so when main waits for what can't happen", () => {
  const loop = new TaskLoop();
  const never = new Future<void>(loop);
  assertThrows(
    () => loop.runUntilComplete(resultOf(never)),
    Error,
    "yet main waits",
  );
});

Deno.test("there is a running loop inside of a run only, even after an error", () => {
  assertThrows(() => getRunningLoop(), Error, "No loop is running");
  const loop = new TaskLoop();
  loop.callSoon(() => {
    throw new Error("out of milk");
  });
  assertThrows(() => loop.runUntilComplete(sleep(1)), Error, "out of milk");
  assertThrows(() => getRunningLoop(), Error, "No loop is running");
});

Deno.test("on stage 5 a cancelled task works on, and breaks when it ends", async () => {
  const lines = await linesOf(() => {
    assertThrows(() => unheard(), Error, "Future is done already");
  });
  assertEquals(lines, ["part 1", "part 2", "cancelled: true", "part 3"]);
});

Deno.test("sleep(0) gives way for one pass, a longer sleep for two", () => {
  const loop = new TaskLoop();
  const passes: number[] = [];
  loop.runUntilComplete(function* () {
    passes.push(loop.passes);
    yield* sleep(0);
    passes.push(loop.passes);
    yield* sleep(10);
    passes.push(loop.passes);
  }());
  assertEquals(passes, [1, 2, 4]);
});
