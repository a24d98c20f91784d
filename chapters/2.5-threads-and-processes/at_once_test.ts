import { assertEquals } from "@std/assert";
import { main } from "./at_once.ts";
import { linesOf } from "../recording.ts";

Deno.test("while one thread spins and never gives way, another writes", async () => {
  // decides 2.5.a
  assertEquals(await linesOf(main), [
    "main: 1",
    "worker: 2",
    "main: 3",
    "worker: 4",
    "main: 5",
    "worker: 6",
  ]);
});
