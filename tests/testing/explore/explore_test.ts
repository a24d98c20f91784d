import { assertEquals } from "@std/assert";
import { survey } from "../../../src/testing/explore/survey.ts";
import { RACE_COROUTINES } from "../race_coroutines.ts";
import { RACE_MODELS } from "../race_models.ts";

for (const { name, body, single, batch } of RACE_MODELS) {
  const bodies = { native: body, coroutines: RACE_COROUTINES[name]! };
  for (const [kind, body] of Object.entries(bodies)) {
    for (const [delivery, counts] of Object.entries({ single, batch })) {
      const [failing, all] = counts;
      Deno.test(`${name}, ${kind}, ${delivery}: ${failing} of ${all} schedules fail`, async () => {
        const { failures, schedules, exhausted } = await survey(body, {
          delivery: delivery as "single" | "batch",
          reduce: false,
        });
        assertEquals({ failures, schedules, exhausted }, {
          failures: failing,
          schedules: all,
          exhausted: true,
        });
      });
    }
  }
}
