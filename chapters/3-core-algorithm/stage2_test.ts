import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main, TimerLoop } from "./stage2.ts";

Deno.test("stage 2 jumps from deadline to deadline, equal deadlines in the order they were set", async () => {
  assertEquals(await linesOf(main), [
    "pass 1, 0 min: everything is started",
    "pass 2, 1 min: the toast is brown",
    "pass 2, 1 min: the butter is soft",
    "pass 3, 3 min: the tea has drawn",
  ]);
});

Deno.test("stage 2 does not wait for a timer that was called off", () => {
  const loop = new TimerLoop();
  const timer = loop.callLater(1000, () => {});
  loop.callLater(10, () => loop.callOff(timer));
  loop.run();
  assertEquals(loop.time, 10);
});

Deno.test("stage 2 does not call a timer that is called off in the pass in which it is due", () => {
  const loop = new TimerLoop();
  const heard: string[] = [];
  loop.callLater(10, () => {
    heard.push("first");
    loop.callOff(second);
  });
  const second = loop.callLater(10, () => heard.push("second"));
  loop.run();
  assertEquals(heard, ["first"]);
});

Deno.test("stage 2 runs exactly what was in the queue when the pass began", () => {
  const loop = new TimerLoop();
  const passes: number[] = [];
  const again = () => {
    passes.push(loop.passes);
    if (passes.length < 3) loop.callSoon(again);
  };
  loop.callSoon(again);
  loop.run();
  assertEquals(passes, [1, 2, 3]);
});
