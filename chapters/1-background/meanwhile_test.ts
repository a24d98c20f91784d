import { assertEquals } from "@std/assert";
import { additionsIn, main } from "./meanwhile.ts";
import { linesOf } from "../recording.ts";

Deno.test("additions are counted until the time is over", () => {
  const clock = [100, 100, 110, 149.9, 150].values();
  assertEquals(additionsIn(50, () => clock.next().value!), 3000);
});

Deno.test("no time is enough for no additions", () => {
  assertEquals(additionsIn(0, () => 7), 0);
});

Deno.test("light needs 56 ms for the way there and back", async () => {
  const [roundTrip] = await linesOf(main);
  assertEquals(roundTrip, "London to New York and back: 56 ms");
});
