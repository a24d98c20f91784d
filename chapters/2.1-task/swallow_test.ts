import { assertEquals } from "@std/assert";
import { linesOf, timedLinesOf } from "../recording.ts";
import { main } from "./swallow.ts";

Deno.test("a bare catch swallows the cancellation, and the task goes on to its end", () => {
  assertEquals(timedLinesOf(main).slice(0, 3), [
    "20 stubborn: attempt 1 failed, trying again",
    "120 stubborn: sent",
    "120 stubborn: 1 request to cancel, not cancelled",
  ]);
});

Deno.test("a catch that asks isCancelled first lets the cancellation through", async () => {
  const lines = (await linesOf(main)).filter((line) =>
    line.startsWith("polite")
  );
  assertEquals(lines, ["polite: 1 request to cancel, cancelled"]);
});
