import { assertEquals } from "@std/assert";
import { main } from "./reading.ts";
import { linesOf } from "../recording.ts";

Deno.test("only async I/O lets somebody else have a turn before the file is here", async () => {
  assertEquals(await linesOf(main), [
    "blocking read",
    "  the file is here, whole",
    "  somebody else has a turn",
    "asynchronous read",
    "  somebody else has a turn",
    "  the file is here, whole",
  ]);
});
