import { assertEquals } from "@std/assert";
import { main } from "./half_done.ts";
import { linesOf } from "../recording.ts";

Deno.test("a cancelled payment stays paid unless somebody pays it back", async () => {
  // decides 5.f
  assertEquals(await linesOf(main), [
    "careless: sold out after 30 ms, balance 70",
    "careful: sold out after 50 ms, balance 100",
  ]);
});
