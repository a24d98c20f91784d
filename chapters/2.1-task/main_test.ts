import { assertEquals } from "@std/assert";
import { main } from "./main.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("a task begins after the one that made it has stopped, and each reports at its own time", () => {
  assertEquals(timedLinesOf(main), [
    "0 main: two tasks made",
    "0 photo: started",
    "0 video: started",
    "20 photo: sent",
    "20 main: the photo took 20 ms",
    "60 video: sent",
    "60 main: the video took 60 ms",
  ]);
});
