import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { run, runSync } from "../../mod.ts";
import { main } from "./left_behind.ts";
import { main as native } from "./left_behind_native.ts";
import { linesOf } from "../recording.ts";
import { TimerLoop } from "./stage2.ts";
import { type Coroutine, Task } from "./stage4.ts";

Deno.test("run() stops when main is done and cancels the task that is still at work", async () => {
  const expected = ["main: that is all I wanted", "backup: cancelled"];
  assertEquals(await linesOf(() => runSync(main)), expected);
  // decides 3.g
  assertEquals(
    await linesOf(() => run(main, { clock: "virtual" })),
    expected,
  );
});

Deno.test("the host's loop goes on after main until nothing is left", async () => {
  const time = new FakeTime();
  try {
    const lines = await linesOf(async () => {
      const returned = native().then(() => console.log("main has returned"));
      await time.tickAsync(10);
      await returned;
      await time.tickAsync(10);
    });
    assertEquals(lines, [
      "main: that is all I wanted",
      "main has returned",
      "backup: complete",
    ]);
  } finally {
    time.restore();
  }
});

Deno.test("a loop without a main, as stage 2 is, stops by itself when every task has completed", () => {
  const loop = new TimerLoop();
  function* steps(count: number): Coroutine<number> {
    for (let step = 0; step < count; step++) yield;
    return count;
  }
  const tasks = [new Task(loop, steps(2)), new Task(loop, steps(5))];
  loop.run();
  assertEquals(tasks.map((task) => task.result()), [2, 5]);
});
