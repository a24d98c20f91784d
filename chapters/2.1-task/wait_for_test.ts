import { assertEquals } from "@std/assert";
import { timedLinesOf } from "../recording.ts";
import { main } from "./wait_for.ts";

Deno.test("waitFor stops the work together with the wait", () => {
  assertEquals(timedLinesOf(main), [
    "10 photo: over",
    "10 main: gave up (TimeoutError)",
  ]);
});
