import { assertEquals } from "@std/assert";
import { main } from "./forgotten_error.ts";
import { linesOf } from "../recording.ts";

Deno.test("an error that nobody looked at goes to the handler when the loop closes", async () => {
  assertEquals(await linesOf(main), [
    "main: all is well",
    "handler: Task photo exception was never retrieved (Error: photo: connection lost)",
  ]);
});
