import { assertEquals } from "@std/assert";
import { printedBy } from "../recording.ts";
import { main } from "./responsive.ts";

Deno.test("three waits of 100 ms take 300 ms in a row and 100 ms together", () => {
  const served = printedBy(main).filter(({ text }) => text.includes("served"));
  // decides 2.2.b
  assertEquals(served.map(({ time }) => time), [100, 200, 300, 400, 400, 400]);
});
