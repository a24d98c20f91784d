import { assertEquals } from "@std/assert";
import { runSync } from "../../mod.ts";
import { main, measure, oneByOne, together } from "./responsive.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("one by one, a visitor waits for every download", () => {
  for (const count of [1, 10, 100]) {
    assertEquals(runSync(measure(oneByOne, count)), {
      waited: 20 * count - 1,
      total: 20 * count,
    });
  }
});

Deno.test("together, a visitor is answered at once, however many downloads there are", () => {
  for (const count of [1, 10, 100]) {
    // decides 7.a
    assertEquals(runSync(measure(together, count)), { waited: 0, total: 20 });
  }
});

Deno.test("the measurement is printed for 1, 10 and 100 downloads", () => {
  assertEquals(timedLinesOf(main).length, 9);
});
