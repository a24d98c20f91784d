/**
 * Eight published race bugs, modeled small: what they do between two completions
 * is all there is to them.
 *
 * How many of their schedules fail, and how many there are, was counted by hand
 * and by an explorer that knows nothing of this one.
 *
 * @module
 */

import type { World } from "../../../mod.ts";
import * as duplicateInsert from "./duplicate_insert.ts";
import * as forgottenPath from "./forgotten_path.ts";
import * as globalSetting from "./global_setting.ts";
import * as lostWakeup from "./lost_wakeup.ts";
import * as nullGuard from "./null_guard.ts";
import * as staleResponse from "./stale_response.ts";
import * as twoLocks from "./two_locks.ts";
import * as wrongWaiter from "./wrong_waiter.ts";

/** A program with a race, and the same without. */
export interface Race {
  /** What goes wrong. */
  readonly name: string;
  /** Fails under some schedules. */
  readonly broken: (world: World) => Promise<void>;
  /** Fails under none. */
  readonly mended: (world: World) => Promise<void>;
  /** So many schedules fail: completions one at a time. */
  readonly single: Count;
  /** The same with batches of up to two. */
  readonly batch: Count;
  /** The plainest schedule that fails. */
  readonly shrunk: string;
}

/** Schedules that fail, of all. */
export type Count = readonly [failing: number, all: number];

/** The races. */
export const RACES: readonly Race[] = [
  {
    name: "check, then insert",
    ...duplicateInsert,
    single: [4, 6],
    batch: [18, 22],
    shrunk: "",
  },
  {
    name: "a stale response overwrites the newer one",
    ...staleResponse,
    single: [1, 2],
    batch: [2, 4],
    shrunk: "1",
  },
  {
    name: "the end is noticed only on the way of success",
    ...forgottenPath,
    single: [6, 30],
    batch: [36, 186],
    shrunk: "0.1.1+2",
  },
  {
    name: "a guard awaits null",
    ...nullGuard,
    single: [0, 4],
    batch: [8, 16],
    shrunk: "0+1",
  },
  {
    name: "a wake-up goes to a waiter that was cancelled",
    ...lostWakeup,
    single: [1, 3],
    batch: [2, 7],
    shrunk: "",
  },
  {
    name: "two locks are taken in two orders",
    ...twoLocks,
    single: [4, 6],
    batch: [18, 22],
    shrunk: "",
  },
  {
    name: "a setting of one request is kept in a global",
    ...globalSetting,
    single: [4, 6],
    batch: [18, 22],
    shrunk: "",
  },
  {
    name: "a bounded buffer wakes the wrong waiter",
    ...wrongWaiter,
    single: [0, 24],
    batch: [8, 120],
    shrunk: "2+3.0+1",
  },
];
