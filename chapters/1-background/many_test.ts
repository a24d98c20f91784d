import { assertEquals } from "@std/assert";
import { type Coroutine, runSync } from "../../mod.ts";
import {
  concurrently,
  longestWait,
  main,
  oneAfterAnother,
  tenAtATime,
} from "./many.ts";
import { timedLinesOf } from "../recording.ts";

/** The longest wait of 1, 10 and 1000 requests. */
function waits(way: (requests: number) => Coroutine<void>): number[] {
  return [1, 10, 1000].map((requests) =>
    runSync(() => longestWait(way, requests))
  );
}

Deno.test("one after another, the last of many requests waits for all the others", () => {
  assertEquals(waits(oneAfterAnother), [100, 1000, 100_000]);
});

Deno.test("concurrently, a request waits for itself only, however many there are", () => {
  // decides 1.b
  assertEquals(waits(concurrently), [100, 100, 100]);
});

Deno.test("with ten connections, a thousand requests go in a hundred rounds", () => {
  // decides 1.b
  assertEquals(waits(tenAtATime), [100, 100, 10_000]);
});

Deno.test("the table has a row for each number of requests", () => {
  const lines = timedLinesOf(main).map((line) => line.replace(/^\d+ /, ""));
  assertEquals(lines.slice(1), [
    "       1              0.1 s         0.1 s          0.1 s",
    "      10              1.0 s         0.1 s          0.1 s",
    "    1000            100.0 s         0.1 s         10.0 s",
  ]);
});
