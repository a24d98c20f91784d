import { assertEquals } from "@std/assert";
import { main } from "./cancel.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("a cancelled task cleans up in its own time, and its waiter hears of it afterwards", () => {
  assertEquals(timedLinesOf(main), [
    "0 photo: started",
    "20 main: asked the photo to stop",
    "20 photo: removing the half-sent file",
    "30 photo: removed",
    "30 main: the photo has stopped",
  ]);
});
