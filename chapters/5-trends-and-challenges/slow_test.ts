import { assertEquals, assertMatch } from "@std/assert";
import { main as fixed } from "./fixed.ts";
import { main as found } from "./found.ts";
import { linesOf } from "../recording.ts";
import { main as slow } from "./slow.ts";

Deno.test("the clock stands still until the report is done", async () => {
  // decides 5.d
  assertEquals((await linesOf(slow)).map(beginning), [
    "report",
    "clock",
    "clock",
    "clock",
  ]);
});

Deno.test("in pieces, the report lets the clock tick and comes to the same sum", async () => {
  const lines = await linesOf(fixed);
  assertEquals(lines.map(beginning), ["clock", "clock", "clock", "report"]);
  const [report] = await linesOf(slow);
  assertEquals(lines.at(-1), report);
});

Deno.test("the debug mode names the report, not the clock that suffers", async () => {
  const [, warning, ...rest] = await linesOf(found);
  const [first, second] = warning!.split("\n");
  // decides 5.g
  assertMatch(first!, /^Executing report took \d+ ms; it was made here:$/);
  assertMatch(second!, /^ {4}at besideClock \(slow\.ts:\d+:\d+\)$/);
  assertEquals(rest.map(beginning), ["clock", "clock", "clock"]);
});

function beginning(line: string): string {
  return line.slice(0, line.indexOf(":"));
}
