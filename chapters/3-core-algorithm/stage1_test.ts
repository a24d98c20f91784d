import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { Loop, main } from "./stage1.ts";

Deno.test("stage 1 calls nothing before it runs, then first in, first out", async () => {
  assertEquals(await linesOf(main), [
    "two callbacks are queued, none has been called",
    "fill the kettle",
    "switch the kettle on",
    "cut the bread",
    "make the tea",
  ]);
});

Deno.test("stage 1 returns when the queue is empty, and can run again", () => {
  const loop = new Loop();
  const heard: number[] = [];
  loop.callSoon(() => heard.push(1));
  loop.run();
  loop.callSoon(() => heard.push(2));
  assertEquals(heard, [1]);
  loop.run();
  assertEquals(heard, [1, 2]);
});
