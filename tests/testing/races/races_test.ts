/**
 * Eight published bugs, modeled small: each is found, shrunk, shown and
 * replayed, and its mend fails under no schedule.
 */

import { assert, assertEquals, assertRejects } from "@std/assert";
import { explore, replay, ScheduleError } from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";
import { RACE_COROUTINES } from "./coroutines.ts";
import { RACES } from "./races.ts";

for (const race of RACES) {
  const { name, broken, mended, shrunk } = race;
  const bodies = { native: broken, coroutines: RACE_COROUTINES[name]! };

  for (const delivery of ["single", "batch"] as const) {
    const [failing, all] = race[delivery];
    for (const [kind, body] of Object.entries(bodies)) {
      Deno.test(`${name}, ${kind}, ${delivery}: ${failing} of ${all} schedules fail`, async () => {
        const { failures, schedules, exhausted } = await survey(body, {
          delivery,
          reduce: false,
        });
        assertEquals({ failures, schedules, exhausted }, {
          failures: failing,
          schedules: all,
          exhausted: true,
        });
      });
    }

    Deno.test(`${name}, mended, ${delivery}: no schedule fails`, async () => {
      const { exhausted } = await explore(mended, { delivery });
      assert(exhausted);
    });
  }

  Deno.test(`${name}: shrunk to ${JSON.stringify(shrunk)}, and replayed`, async () => {
    const error = await assertRejects(() => explore(broken), ScheduleError);
    assertEquals(error.shrunk, shrunk);
    for (const schedule of [error.schedule, error.shrunk]) {
      const again = await assertRejects(
        () => replay(broken, schedule),
        ScheduleError,
      );
      assertEquals(again.kind, error.kind);
      await replay(mended, schedule).catch(mayNotFit);
    }
  });
}

/** The mended program may have other decisions; failing is what it may not. */
function mayNotFit(error: unknown): void {
  assert(error instanceof RangeError, String(error));
}
