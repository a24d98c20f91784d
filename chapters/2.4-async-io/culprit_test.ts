import { assertEquals } from "@std/assert";
import { main, Watch } from "./culprit.ts";
import { linesOf } from "../recording.ts";

Deno.test("the watch names the task that computes, and only that one", async () => {
  assertEquals(await linesOf(main), ["report held the loop for over 50 ms"]);
});

Deno.test("the watch counts a step, not the wait before it", async () => {
  const lines = await linesOf(() => {
    const watch = new Watch(50);
    const task = { time: 0, pass: 1, task: 1, name: "patient" } as const;
    watch.record({ kind: "started", ...task });
    watch.record({ kind: "suspended", ...task, on: { kind: "pass" } });
    const end = performance.now() + 60;
    while (performance.now() < end); // others run
    watch.record({ kind: "resumed", ...task });
    watch.record({ kind: "finished", ...task, detail: "" });
    return Promise.resolve();
  });
  assertEquals(lines, []);
});
