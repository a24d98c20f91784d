import { assertEquals, assertStrictEquals } from "@std/assert";
import { runSync } from "../../mod.ts";
import { main } from "./main.ts";
import { record } from "../recording.ts";
import { linesOf } from "./recording.ts";

Deno.test("the program prints one line, a second after it began", async () => {
  // decides 4.c, 4.d
  assertEquals(await linesOf(main), [[1000, "Hello, world!"]]);
});

Deno.test("the program takes four passes: two steps, a timer and a stop", async () => {
  const passes = (await record(main)).map(({ pass, kind }) => `${pass} ${kind}`)
    .filter((line) => !line.endsWith(" pass"));
  assertEquals(passes, [
    "0 created",
    "1 started",
    "1 timer-set",
    "1 suspended",
    "2 completed",
    "2 woken",
    "3 resumed",
    "3 printed",
    "3 finished",
    "3 completed",
    "3 scheduled",
    "4 called",
  ]);
});

Deno.test("run works on a loop of its own, and drives a coroutine as one task", async () => {
  const events = await record(main);
  const made = events.filter(({ kind }) => kind === "created");
  assertEquals(made.map((event) => "name" in event && event.name), ["Task-1"]);
});

Deno.test("run gives what the coroutine returns", () => {
  function* answer() {
    yield* main();
    return 42;
  }
  const { log } = console;
  console.log = () => {};
  try {
    assertStrictEquals(runSync(answer), 42);
  } finally {
    console.log = log;
  }
});
