import { assertEquals, assertThrows } from "@std/assert";
import { linesOf } from "../recording.ts";
import { Loop } from "./stage1.ts";
import { Future } from "./stage3.ts";
import { type Coroutine, main, resultOf, Task } from "./stage4.ts";

Deno.test("a task that waits for a future leaves the loop to the other task", async () => {
  assertEquals(await linesOf(main), [
    "drink: waiting for the cup",
    "hum: do",
    "hum: re",
    "hum: mi",
    "drink: got green tea",
    "At 100 ms: an empty cup of green tea",
  ]);
});

Deno.test("making a task runs nothing: its first step stands in the queue", () => {
  const loop = new Loop();
  const heard: string[] = [];
  function* work(): Coroutine<void> {
    heard.push("begun");
  }
  new Task(loop, work());
  assertEquals(heard, []);
  loop.run();
  assertEquals(heard, ["begun"]);
});

Deno.test("waiting for a future that is done does not give way", () => {
  const loop = new Loop();
  const cup = new Future<string>(loop);
  cup.setResult("tea");
  const heard: string[] = [];
  function* drink(): Coroutine<void> {
    heard.push(yield* resultOf(cup));
  }
  new Task(loop, drink());
  loop.callSoon(() => heard.push("the next one"));
  loop.run();
  assertEquals(heard, ["tea", "the next one"]);
});

Deno.test("what a coroutine throws becomes the error of its task", () => {
  const loop = new Loop();
  function* burn(): Coroutine<void> {
    throw new Error("burnt");
  }
  const task = new Task(loop, burn());
  loop.run();
  assertThrows(() => task.result(), Error, "burnt");
});
