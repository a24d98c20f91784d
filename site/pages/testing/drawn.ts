/** Schedules drawn by priorities. */

import { explore, ScheduleError, type World } from "../../../mod.ts";

/** Five tasks of five steps; it takes one to be held up to the end. */
async function fiveTasks({ io, check }: World): Promise<void> {
  const done: number[] = [];
  await Promise.all([0, 1, 2, 3, 4].map(async (task) => {
    for (let step = 0; step < 5; step++) await io(`step of ${task}`);
    done.push(task);
  }));
  check(done.at(-1) !== 0, "the first to begin was the last to end");
}

export async function main(): Promise<void> {
  try {
    // #region explore
    await explore(fiveTasks, {
      strategy: "pct",
      seed: 1,
      schedules: 1_000,
      shrink: false,
    });
    // #endregion
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    const [, , ...lines] = error.message.split("\n");
    console.log(lines.find((line) => line.includes("Found"))?.trim());
  }
}

if (import.meta.main) await main();
