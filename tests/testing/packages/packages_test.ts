/**
 * Published packages, imported as they are: the kit finds the race in the
 * version that has it, and none in the version that is mended.
 */

import { assert, assertRejects, assertStringIncludes } from "@std/assert";
import { explore, replay, ScheduleError, type World } from "../../../mod.ts";
import * as asyncMutex from "./async_mutex.ts";
import * as pMemoize from "./p_memoize.ts";
import * as tarn from "./tarn.ts";

interface Package {
  readonly program: Record<
    "broken" | "mended",
    (world: World) => Promise<void>
  >;
  readonly says: string;
  /** Whether it takes two completions in one batch. */
  readonly batchOnly: boolean;
}

const PACKAGES: Readonly<Record<string, Package>> = {
  "async-mutex 0.3.2": {
    program: asyncMutex,
    says: "the mutex is locked after waitForUnlock",
    batchOnly: false,
  },
  "p-memoize 6.0.1": {
    program: pMemoize,
    says: "the page was loaded 2 times",
    batchOnly: false,
  },
  "tarn 3.0.1": {
    program: tarn,
    says: "a connection is in use, and nobody uses it",
    batchOnly: true,
  },
};

/** A pool has timers for minutes; here all answers come before them. */
const IN_TIME = { timers: "last" } as const;

for (const [name, { program, says, batchOnly }] of Object.entries(PACKAGES)) {
  const { broken, mended } = program;

  Deno.test(`${name}: the bug is found, shrunk and replayed`, async () => {
    const error = await assertRejects(
      () => explore(broken, IN_TIME),
      ScheduleError,
    );
    assertStringIncludes(error.message, says);
    const again = await assertRejects(
      () => replay(broken, error.shrunk, IN_TIME),
      ScheduleError,
    );
    assertStringIncludes(again.message, says);
  });

  Deno.test(`${name}: ${batchOnly ? "nothing is found" : "the bug is found also"} with completions one at a time`, async () => {
    const search = explore(broken, { ...IN_TIME, delivery: "single" });
    if (batchOnly) assert((await search).exhausted);
    else await assertRejects(() => search, ScheduleError);
  });

  Deno.test(`what follows ${name}: no schedule fails`, async () => {
    for (const delivery of ["single", "batch"] as const) {
      const { exhausted, schedules } = await explore(mended, {
        ...IN_TIME,
        delivery,
      });
      assert(exhausted, `${schedules} schedules were not all`);
    }
  });
}
