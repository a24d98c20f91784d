/**
 * What to say when the clock stood still for too long: it waits for the host, and
 * nobody knows whether the host will ever do something.
 *
 * A deadlock can't be told from real I/O where a server of this process waits for
 * a call, which may come from outside, and where the host doesn't tell what is in
 * flight. So the whole of the real time limit is waited for, and everything that
 * may tell the two apart is in the message.
 *
 * @module
 */

import { TimeoutError } from "../../tasks/exceptions.ts";
import { errorAt } from "../host/origins.ts";
import type { HostWatch } from "./host_watch.ts";
import type { VirtualTimer } from "./virtual_timer.ts";

/** What is known of a clock that stands still. */
export interface StoodStill {
  /** How long it was waited for, in milliseconds of real time. */
  readonly limit: number;
  /** What the host still does. */
  readonly watch: HostWatch;
  /** The timer that is due next. */
  readonly timer: VirtualTimer | undefined;
  /** Who waits for what, as lines of text. */
  readonly waits: readonly string[];
}

/** The host has something to do. */
const STILL_BUSY =
  "this may be real I/O that takes longer (raise realTimeLimit) or never ends (close it, or put a fake in its place)";

/** Somebody outside of the process might still call. */
const NOBODY_CALLED =
  "nothing is in flight, so this is a deadlock unless somebody outside was to call, which may be real I/O that takes longer (raise realTimeLimit); where nobody is, close what waits for a call and the error comes at once";

const REAL_TIMER =
  "a real timer is set, by a function that was taken from the host before the run or, in Deno, from the namespace of node:timers (take it from the default export)";

const NOTHING_TOLD =
  "this host doesn't tell what is in flight, so it may as well be a deadlock";

/**
 * The error of a clock that stood still for too long.
 *
 * @param known what is known of it
 * @returns the error, at the place where the first operation was begun
 */
export function stoodStillError(
  { limit, watch, timer, waits }: StoodStill,
): TimeoutError {
  const inFlight = watch.work();
  const standing = inFlight.length > 0 ? [] : watch.standing();
  const work = [...inFlight, ...standing];
  const why = standing.length > 0 ? NOBODY_CALLED : STILL_BUSY;
  const besides = watch.certainty === "unknown" ? NOTHING_TOLD : REAL_TIMER;
  const lines = [
    `Body waits, and the clock stood still for ${limit} ms of real time; ${why}${
      work.length > 0 ? ":" : `; ${besides}`
    }`,
    ...work.flatMap(({ name, origin }) => [
      `  ${name}`,
      ...origin.map((line) => `      ${line}`),
    ]),
  ];
  if (timer !== undefined) {
    lines.push(
      `The clock doesn't move while I/O is in flight, so ${timer.label}, due at ${timer.deadline} ms, has to wait; if the I/O waits for it (a server in this test), start the server before the run, and its timers are real`,
    );
  }
  // What surely is in flight says all: its promises are the host's to settle.
  const told = watch.certainty === "certain" && inFlight.length > 0;
  if (waits.length > 0 && !told) lines.push("Who waits for what:", ...waits);
  return errorAt(
    work[0]?.origin,
    () => new TimeoutError(lines.join("\n")),
  );
}
