import { assertEquals } from "@std/assert";
import { getRunningLoop, runSync, sleep } from "../../mod.ts";
import { main } from "./equal_deadlines.ts";
import { printedBy } from "../recording.ts";

Deno.test("timers with equal deadlines fire in the order in which they were set, in one pass", () => {
  const lines = printedBy(main);
  assertEquals(lines.map(({ text }) => text), [
    "first",
    "second",
    "third",
    "fourth",
  ]);
  assertEquals(new Set(lines.map(({ pass }) => pass)).size, 1);
});

Deno.test("a hundred equal deadlines between others keep their order, too", () => {
  const heard: number[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    for (let i = 0; i < 100; i++) {
      loop.callAt(50, () => heard.push(i));
      loop.callAt(i, () => {});
    }
    yield* sleep(200);
  });
  assertEquals(heard, Array.from({ length: 100 }, (_, i) => i));
});
