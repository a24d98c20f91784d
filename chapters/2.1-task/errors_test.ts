import { assertEquals } from "@std/assert";
import { main } from "./errors.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("an error waits in its task and is thrown at every waiter", () => {
  assertEquals(timedLinesOf(main), [
    "50 main: the photo is over",
    "50 album: Error: photo: connection lost",
    "50 mail: Error: photo: connection lost",
  ]);
});
