import { assertEquals } from "@std/assert";
import {
  formatRatio,
  formatSpread,
  formatValue,
} from "../../benches/format.ts";

Deno.test("a time has the digits that mean something, however short it is", () => {
  const times = [12345, 123.4, 12.34, 1.234, 0.1234, 0.001234, 0];
  assertEquals(times.map((time) => formatValue(time, "ms")), [
    "12,345 ms",
    "123 ms",
    "12.3 ms",
    "1.23 ms",
    "0.12 ms",
    "0.0012 ms",
    "0 ms",
  ]);
});

Deno.test("a weight is in whole bytes", () => {
  assertEquals(formatValue(10259.6, "bytes"), "10,260 B");
});

Deno.test("a ratio is never rounded to nothing", () => {
  assertEquals([1234.5, 62.54, 2, 0.95, 0.004].map(formatRatio), [
    "1,235 ×",
    "62.5 ×",
    "2.00 ×",
    "0.95 ×",
    "0.004 ×",
  ]);
});

Deno.test("a spread goes from the lower quartile to the upper one", () => {
  const spread = { median: 2, lower: 1.5, upper: 30 };
  assertEquals(formatSpread(spread, formatRatio), "1.50 × … 30.0 ×");
});
