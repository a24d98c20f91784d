/**
 * The host's clock and timers during an exploration: each timer is a decision.
 *
 * @module
 */

import type { Pending } from "../schedules/pending.ts";
import type { ScheduledRun } from "./run_schedule.ts";
import type { Deadline } from "../schedules/timer_order.ts";
import { VirtualHost } from "../virtual/virtual_host.ts";
import type { TimerKind, VirtualTimer } from "../virtual/virtual_timer.ts";

/** A virtual clock whose timers fire when the schedule says so. */
export class ExploredHost extends VirtualHost {
  readonly #run: ScheduledRun;
  readonly #waiting: Map<number, HostTimer> = new Map();

  /**
   * @param run hears of timers
   */
  constructor(run: ScheduledRun) {
    super({ owner: "explore()" });
    this.#run = run;
  }

  override set(
    kind: TimerKind,
    delay: number,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
  ): VirtualTimer {
    const timer = super.set(kind, delay, callback, args);
    this.#add(timer);
    return timer;
  }

  override again(timer: VirtualTimer): VirtualTimer {
    const next = super.again(timer);
    this.#add(next);
    return next;
  }

  override clear(id: number): void {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) {
      this.#waiting.delete(id);
      this.#run.remove(waiting);
    }
    super.clear(id);
  }

  override fire(timer: VirtualTimer): void {
    this.#waiting.delete(timer.id);
    super.fire(timer);
  }

  override reset(): void {
    if (this.#waiting.size > 0) this.#waiting.clear();
    super.reset();
  }

  #add(timer: VirtualTimer): void {
    const waiting = new HostTimer(this.#run, this, timer);
    this.#waiting.set(timer.id, waiting);
    this.#run.add(waiting);
  }
}

/** A timer of the host's. */
class HostTimer implements Pending {
  readonly kind = "timer";
  readonly label = "timer";
  readonly joins = false;
  readonly faults = null;
  readonly resource = undefined;
  readonly id: number;
  readonly parent: number;
  readonly deadline: Deadline;
  readonly #run: ScheduledRun;
  readonly #host: ExploredHost;
  readonly #timer: VirtualTimer;

  constructor(run: ScheduledRun, host: ExploredHost, timer: VirtualTimer) {
    this.#run = run;
    this.#host = host;
    this.#timer = timer;
    this.id = run.nextId();
    this.parent = run.step;
    this.deadline = run.timers.set(timer.delay);
  }

  describe(): string {
    return this.#timer.label;
  }

  deliver(): void {
    const run = this.#run;
    this.#host.moveTo(this.#timer.deadline);
    run.time = this.#host.now();
    try {
      this.#host.fire(this.#timer);
    } catch (error) {
      run.fail("error", error); // as the host would, nobody else can
    }
  }

  fail(): never {
    throw new Error("A timer can't fail");
  }
}
