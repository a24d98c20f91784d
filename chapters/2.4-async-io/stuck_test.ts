import { assertEquals, assertMatch } from "@std/assert";
import { linesOf, linesOfPython } from "../recording.ts";
import { main } from "./stuck.ts";

Deno.test({
  name: "opens that wait keep other files and names waiting, but no address",
  ignore: Deno.build.os === "windows", // it has no named pipes of this kind
  async fn() {
    const [first, ...others] = await linesOf(main);
    assertMatch(first!, /^\d+ opens wait, and a file can't be read$/);
    // decides 2.4.a
    assertEquals(others, [
      "127.0.0.1 is reached: true",
      "localhost is reached: false",
      "the pipe was opened: file and localhost, too",
    ]);
  },
});

Deno.test("Python's name lookup waited for a thread when it was recorded", async () => {
  assertEquals(await linesOfPython(import.meta, "lookup"), [
    "both threads are taken, lookup done: False",
    "both threads are free, lookup done: True",
  ]);
});
