import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { main } from "./native.ts";
import { linesOf } from "../recording.ts";

Deno.test("an async function begins inside the call, before its caller goes on", async () => {
  using time = new FakeTime(0);
  const lines = linesOf(main);
  await time.tickAsync(20);
  await time.tickAsync(40);
  assertEquals(await lines, [
    "photo: started",
    "video: started",
    "main: two promises made",
    "photo: sent",
    "main: the photo took 20 ms",
    "video: sent",
    "main: the video took 60 ms",
  ]);
});
