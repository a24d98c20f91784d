import { assertEquals } from "@std/assert";
import { main } from "./off_the_loop.ts";
import { linesOf, linesOfPython } from "../recording.ts";

const LINES = [
  "on the loop: 21 degrees, the heart stood still",
  "off the loop: 21 degrees, the heart went on beating",
];

Deno.test("a blocking call stops the heart on the loop and not in a worker", async () => {
  assertEquals(await linesOf(main), LINES);
});

Deno.test("Python printed the same of a thread when it was recorded", async () => {
  assertEquals(await linesOfPython(import.meta, "off_the_loop"), LINES);
});
