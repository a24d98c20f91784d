import { assertEquals } from "@std/assert";
import { main } from "./relay.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("a relay runs without a host, hence without I/O", () => {
  // decides 6.2.a
  assertEquals(timedLinesOf(main), [
    "0 Ada has the baton",
    "0 Bo has the baton",
    "0 the baton is in",
  ]);
});
