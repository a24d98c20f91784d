import { type Coroutine, run, Trace, type TraceEvent } from "../../mod.ts";
import { concurrently, oneAfterAnother } from "./main.ts";

// #region measure
/** Where the time of a run went, in milliseconds. */
export interface Measured {
  /** From the first step of the program to its last. */
  readonly all: number;
  /** The part of it in which the program's code ran. */
  readonly atWork: number;
}

export async function measure(
  way: () => Coroutine<unknown>,
  clock: "real" | "virtual",
): Promise<Measured> {
  const trace = new Trace();
  await run(way, { clock, trace });
  return timeIn(trace.events);
}

export async function main() {
  for (const way of [oneAfterAnother, concurrently]) {
    console.log(way.name);
    const { all, atWork } = await measure(way, "real");
    console.log(`  ${all.toFixed(0)} ms in all`);
    console.log(`  ${atWork.toFixed(1)} ms in which our code ran`);
  }
}
// #endregion

/** Adds up the steps of a recorded run. */
export function timeIn(events: readonly TraceEvent[]): Measured {
  let first = NaN;
  let begin = NaN;
  let end = NaN;
  let atWork = 0;
  for (const { kind, time } of events) {
    if (kind === "started" || kind === "resumed") {
      begin = time;
      if (Number.isNaN(first)) first = time;
    } else if (kind === "suspended" || kind === "finished") {
      end = time;
      atWork += end - begin;
    }
  }
  return { all: end - first, atWork };
}

if (import.meta.main) await main();
