import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main } from "./synchronous.ts";

Deno.test("a plain function runs to its end while a ready task waits for it", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.indexOf("checksum of video: begins"), 0);
  assertEquals(lines.indexOf("checksum of video: ends"), 1);
  // decides 2.1.b
  assertEquals(lines.indexOf("photo: started"), 3);
});

Deno.test("a plain function that needs a task's result gets an error instead of a wait", async () => {
  // decides 2.1.b
  assertEquals(
    (await linesOf(main)).filter((line) => line.startsWith("size")),
    [
      "size: InvalidStateError: Result is not set; wait for the future with yield* first",
      "size: 5 bytes",
    ],
  );
});
