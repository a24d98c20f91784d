/**
 * The stage: what an exploration puts up around a body, and takes down again.
 *
 * There is one stage at a time. Runs share the host's clock, its timers and its
 * reports of rejections with whatever else goes on in the process, so two
 * explorations at once would hear each other's. Explorations that overlap take
 * turns; one inside of another could only wait for ever, and is refused.
 *
 * @module
 */

import { currentLoop } from "../../loop/base_event_loop.ts";
import { type Body, runsOf } from "./body.ts";
import type { Chooser } from "../schedules/chooser.ts";
import { Driver, type Need, TURN } from "./drive.ts";
import { Follow } from "../schedules/follow.ts";
import { Recorder } from "./recorder.ts";
import type { RecordedRun, Reruns, RunOutcome } from "./run_outcome.ts";
import type { RunRules, ScheduledRun } from "./run_schedule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { realIo } from "./run_errors.ts";
import { failUnhandled, runOnce } from "./run_once.ts";
import { type RejectionWatch, watchRejections } from "../virtual/unhandled.ts";
import { watchHost } from "../virtual/host_work.ts";

/** A body with everything it is run with. */
export class Stage implements Reruns {
  readonly runs: ScheduledRun;
  readonly driver: Driver = new Driver();
  readonly rejections: RejectionWatch;
  /** The host's clock in milliseconds. */
  readonly clock: () => number = hostClock();

  /**
   * @param runs runs the body
   */
  constructor(runs: ScheduledRun) {
    this.runs = runs;
    this.rejections = watchRejections(runs.host);
  }

  run(schedule: Schedule): Promise<RunOutcome> {
    const work = this.#recording(new Follow(schedule), new Recorder(false));
    return this.driver.drive(work);
  }

  record(schedule: Schedule): Promise<RecordedRun> {
    return this.recordPlanned(new Follow(schedule));
  }

  /**
   * Runs what a chooser has planned, and tells everything that happened.
   *
   * @param chooser answers for the host
   * @returns a promise of what came of it
   * @throws {Error} when a run that seemed stuck goes on by itself
   */
  recordPlanned(chooser: Chooser): Promise<RecordedRun> {
    return this.driver.drive(this.#patiently(chooser));
  }

  /** Takes everything down again. */
  close(): void {
    this.runs.host.restore();
    this.rejections.close();
    this.driver.close();
  }

  /** Records a run, and makes sure that one that is stuck really is. */
  *#patiently(chooser: Chooser): Generator<Need, RecordedRun, void> {
    const watch = watchHost();
    try {
      const recorded = yield* this.#recording(chooser, new Recorder(true));
      if (recorded.failure?.kind !== "deadlock") return recorded;
      const busy = watch.busy() ? watch.work() : [];
      yield PATIENCE;
      if (this.runs.stirred || busy.length > 0) throw realIo(busy);
      return recorded;
    } finally {
      watch.close();
    }
  }

  *#recording(
    chooser: Chooser,
    recorder: Recorder,
  ): Generator<Need, RecordedRun, void> {
    const { runs, rejections } = this;
    runs.recorder = recorder;
    try {
      yield* runOnce(runs, chooser);
      yield TURN; // in which the host reports what nobody has handled
    } finally {
      runs.recorder = null;
    }
    failUnhandled(runs, rejections);
    return {
      schedule: recorder.schedule,
      failure: runs.failure(),
      outcome: runs.outcome(),
      misfit: chooser instanceof Follow ? chooser.misfit : null,
      depth: runs.depth,
      events: recorder.events,
      waits: runs.failed === "deadlock" ? runs.waits() : [],
    };
  }
}

/** So many milliseconds a run that is stuck may take to turn out not to be. */
const PATIENCE = 50;

let last: Promise<unknown> = /* @__PURE__ */ Promise.resolve();
let current: Stage | null = null;

/**
 * Puts up a stage, does something on it, and takes it down.
 *
 * @param where who asks, for messages
 * @param body the body
 * @param rules what every run keeps to
 * @param act what is done
 * @returns a promise of what that returns
 * @throws {Error} inside of a body that is being explored, or of a loop
 */
export async function onStage<T>(
  where: string,
  body: Body,
  rules: RunRules,
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  if (current?.runs.active) {
    throw current.runs.refuse(
      new Error(
        `${where}() was called inside of a body that is being explored; call one after the other`,
      ),
    );
  }
  if (currentLoop() !== null) {
    throw new Error(
      `${where}() was called inside of a running event loop; call it from native code`,
    );
  }
  const runs = runsOf(where, body, rules);
  const turn = last.then(async () => {
    const stage = current = new Stage(runs);
    try {
      runs.host.install();
      return await act(stage);
    } finally {
      current = null;
      stage.close();
    }
  });
  last = turn.catch(() => {});
  return await turn;
}

function hostClock(): () => number {
  const { performance } = globalThis;
  const now = performance.now;
  return () => now.call(performance);
}
