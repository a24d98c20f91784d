import { assertEquals } from "@std/assert";
import type { TraceEvent } from "../../mod.ts";
import { concurrently, oneAfterAnother } from "./main.ts";
import { linesOf } from "../recording.ts";
import { measure, timeIn } from "./wall_clock.ts";

Deno.test("on virtual time the two ways take 900 and 600 ms, and code takes none", async () => {
  await linesOf(async () => {
    assertEquals(
      await measure(oneAfterAnother, "virtual"),
      { all: 900, atWork: 0 },
    );
    assertEquals(
      await measure(concurrently, "virtual"),
      { all: 600, atWork: 0 },
    );
  });
});

Deno.test("code is at work from the beginning of each step to its end", () => {
  const moment = (time: number) => ({ time, pass: 1, task: 1, name: "Task-1" });
  const on = { kind: "pass" } as const;
  const events: TraceEvent[] = [
    { kind: "started", ...moment(1000) },
    { kind: "suspended", ...moment(1002), on },
    { kind: "resumed", ...moment(1050) },
    { kind: "finished", ...moment(1053), detail: "" },
  ];
  assertEquals(timeIn(events), { all: 53, atWork: 5 });
});
