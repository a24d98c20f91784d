import { assertEquals } from "@std/assert";
import { main } from "./in_flight.ts";
import { linesOf } from "../recording.ts";

Deno.test("requests overlap only where the API waits and somebody makes tasks", async () => {
  // decides 6.4.b
  assertEquals(await linesOf(main), [
    "blocking, together: 1 in flight",
    "waiting, oneByOne: 1 in flight, 600 ms",
    "waiting, together: 6 in flight, 100 ms",
    "waiting, atMostTwo: 2 in flight, 300 ms",
  ]);
});
