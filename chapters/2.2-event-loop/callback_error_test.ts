import { assertEquals } from "@std/assert";
import { main } from "./callback_error.ts";
import { printedBy } from "../recording.ts";

Deno.test("a callback that throws reaches the exception handler, and its pass goes on", () => {
  const lines = printedBy(main);
  assertEquals(lines.map(({ time, text }) => [time, text]), [
    [0, "handler: Exception in callback breakIt: Error: out of milk"],
    [0, "the next callback runs"],
    [100, "and so does main"],
  ]);
  assertEquals(lines[0]!.pass, lines[1]!.pass);
});
