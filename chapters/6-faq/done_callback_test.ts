import { assertEquals } from "@std/assert";
import { createTask, runSync, sleep, Task } from "../../mod.ts";
import { main } from "./done_callback.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("a done callback is given the task, never its error", () => {
  function* work(fails: boolean) {
    yield* sleep(10);
    if (fails) throw new Error("out of stock");
  }
  for (const fails of [false, true]) {
    const given: unknown[] = [];
    const task = runSync(function* () {
      const task = createTask(work(fails));
      task.addDoneCallback((...args) => given.push(...args));
      yield* sleep(20);
      task.exception();
      return { task };
    }).task;
    assertEquals(given.length, 1);
    // decides 6.3.a
    assertEquals(given[0] === task && task instanceof Task, true);
  }
});

Deno.test("who takes the argument for an error sees one where there is none", () => {
  // decides 6.3.a
  assertEquals(
    timedLinesOf(main),
    [
      "0 cup",
      "10 believe: an error",
      "10 ask: no error",
      "20 kettle",
      "30 believe: an error",
      "30 ask: out of stock",
    ].map((line) => line.replace(/ (believe|ask)/, "   $1")),
  );
});
