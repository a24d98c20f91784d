import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { main } from "./two_clocks.ts";

Deno.test("on virtual time three weeks pass on the loop's clock and no hour on the host's", async () => {
  assertEquals(await linesOf(main), [
    "a chick, and the loop's clock says 504 hours",
    "hours on the real clock: 0",
  ]);
});
