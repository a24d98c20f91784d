import { assertEquals } from "@std/assert";
import type { TraceEvent } from "../../mod.ts";
import { main, stepsIn } from "./boxes.ts";
import { linesOf } from "../recording.ts";

const moment = { time: 0, pass: 1, task: 1, name: "Task-1" };
const started: TraceEvent = { kind: "started", ...moment };
const finished: TraceEvent = { kind: "finished", ...moment, detail: "" };

Deno.test("all steps of all tasks happen one after the other", async () => {
  assertEquals(await linesOf(main), ["7 steps, 0 of them inside of another"]);
});

Deno.test("a step that began inside of another would be counted", () => {
  assertEquals(stepsIn([started, finished, started, finished]), {
    all: 2,
    overlapping: 0,
  });
  assertEquals(stepsIn([started, started, finished, finished]), {
    all: 2,
    overlapping: 1,
  });
});
