import { assertEquals } from "@std/assert";
import { survey } from "../../src/testing/explore.ts";
import { RACE_MODELS } from "./race_models.ts";

for (const { name, body, single, batch } of RACE_MODELS) {
  for (
    const [delivery, counts] of [["single", single], ["batch", batch]] as const
  ) {
    const [failing, all] = counts;
    Deno.test(`${name}: of ${all} schedules ${failing} fail, delivery ${delivery}`, async () => {
      const { failures, schedules, exhausted } = await survey(body, {
        delivery,
      });
      assertEquals({ failures, schedules, exhausted }, {
        failures: failing,
        schedules: all,
        exhausted: true,
      });
    });
  }
}
