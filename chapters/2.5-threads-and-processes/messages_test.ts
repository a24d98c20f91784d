import { assertEquals } from "@std/assert";
import { main } from "./messages.ts";
import { linesOf } from "../recording.ts";

Deno.test("messages are copied, moved or shared, and functions stay at home", async () => {
  assertEquals(await linesOf(main), [
    "an object: here 1, there 2",
    "what came back is a Object",
    "a function: DataCloneError",
    "a buffer: here 0, there 1024",
    "shared memory: here 2, there 2",
  ]);
});
