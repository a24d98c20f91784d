/**
 * Eight published bugs, modeled small: each is found, shrunk, shown and
 * replayed, and its mend fails under no schedule.
 */

import { assert, assertEquals, assertRejects } from "@std/assert";
import { explore, replay, ScheduleError, type World } from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";
import * as duplicateInsert from "./duplicate_insert.ts";
import * as forgottenPath from "./forgotten_path.ts";
import * as globalSetting from "./global_setting.ts";
import * as lostWakeup from "./lost_wakeup.ts";
import * as nullGuard from "./null_guard.ts";
import * as staleResponse from "./stale_response.ts";
import * as twoLocks from "./two_locks.ts";
import * as wrongWaiter from "./wrong_waiter.ts";

interface Race {
  readonly program: Record<
    "broken" | "mended",
    (world: World) => Promise<void>
  >;
  /** Of all schedules so many fail: completions one at a time. */
  readonly single: readonly [failing: number, all: number];
  /** The same with batches of up to two. */
  readonly batch: readonly [failing: number, all: number];
  /** The plainest schedule that fails. */
  readonly shrunk: string;
}

const RACES: Readonly<Record<string, Race>> = {
  "look, then insert": {
    program: duplicateInsert,
    single: [4, 6],
    batch: [18, 22],
    shrunk: "",
  },
  "the stale response": {
    program: staleResponse,
    single: [1, 2],
    batch: [2, 4],
    shrunk: "1",
  },
  "the forgotten path": {
    program: forgottenPath,
    single: [6, 30],
    batch: [36, 186],
    shrunk: "0.1.1+2",
  },
  "the awaited null": {
    program: nullGuard,
    single: [0, 4],
    batch: [8, 16],
    shrunk: "0+1",
  },
  "the lost wake-up": {
    program: lostWakeup,
    single: [1, 3],
    batch: [2, 7],
    shrunk: "",
  },
  "two locks in two orders": {
    program: twoLocks,
    single: [4, 6],
    batch: [18, 22],
    shrunk: "",
  },
  "the global setting": {
    program: globalSetting,
    single: [4, 6],
    batch: [18, 22],
    shrunk: "",
  },
  "the wrong waiter": {
    program: wrongWaiter,
    single: [0, 24],
    batch: [8, 120],
    shrunk: "2+3.0+1",
  },
};

for (const [name, race] of Object.entries(RACES)) {
  const { broken, mended } = race.program;

  for (const delivery of ["single", "batch"] as const) {
    const [failing, all] = race[delivery];
    Deno.test(`${name}: ${failing} of ${all} schedules fail, delivery ${delivery}`, async () => {
      const { failures, schedules } = await survey(broken, {
        delivery,
        reduce: false,
      });
      assertEquals([failures, schedules], [failing, all]);
    });

    Deno.test(`${name}, mended: no schedule fails, delivery ${delivery}`, async () => {
      const { exhausted } = await explore(mended, { delivery });
      assert(exhausted);
    });
  }

  Deno.test(`${name}: shrunk to ${JSON.stringify(race.shrunk)}, and replayed`, async () => {
    const error = await assertRejects(() => explore(broken), ScheduleError);
    assertEquals(error.shrunk, race.shrunk);
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
