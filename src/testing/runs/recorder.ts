/**
 * Keeps what happens in a run that somebody wants to read about.
 *
 * @module
 */

import { callerPlace } from "../host/origins.ts";
import { textOf } from "./outcome.ts";
import type { Pending } from "../schedules/pending.ts";
import type { ScheduleEvent } from "./run_outcome.ts";
import type { Decision } from "../schedules/schedule.ts";

/** Hears of everything that happens in one run. */
export class Recorder {
  /** Every decision, in order. */
  readonly schedule: Decision[] = [];
  /** Everything, in order. */
  readonly events: ScheduleEvent[] = [];
  readonly #origins: boolean;

  /**
   * @param origins whether to find out where completions are made; costs some
   * microseconds each
   */
  constructor(origins: boolean) {
    this.#origins = origins;
  }

  /** A completion became pending. */
  becamePending(completion: Pending): void {
    const { id, kind, parent, effect = null } = completion;
    this.events.push({
      kind: "pending",
      completion: {
        id,
        kind,
        label: completion.describe(),
        origin: this.#origins ? callerPlace() : null,
        parent: parent < 0 ? null : parent,
        effect,
      },
    });
  }

  /** Where a completion was made, `null` when nobody knows. */
  placeOf(completion: Pending): string | null {
    const known = this.events.flatMap((event) =>
      event.kind === "pending" && event.completion.origin !== null
        ? [event.completion]
        : []
    );
    const label = completion.describe();
    // An interval that goes on is another completion, and nobody made it.
    const found = known.find(({ id }) => id === completion.id) ??
      known.find((each) => each.label === label);
    return found?.origin ?? null;
  }

  /** Completions are delivered, one or a batch. */
  delivers(
    order: readonly number[],
    ready: readonly Pending[],
    time: number,
  ): void {
    const chosen = order.map((place) => ready[place]!);
    this.#decides(
      { kind: "deliver", order: [...order] },
      ready,
      chosen,
      chosen.map((completion) => completion.describe()).join(" + "),
      time,
    );
  }

  /** `choose` gave an option. */
  chooses(
    index: number,
    label: string,
    option: unknown,
    time: number,
  ): void {
    const text = `${label} = ${textOf(option)}`;
    this.#decides({ kind: "value", index }, [], [], text, time);
  }

  /** A fault strikes, or doesn't. */
  strikes(
    index: number,
    completion: Pending,
    fault: unknown,
    time: number,
  ): void {
    const text = `${completion.describe()} ${
      index === 0 ? "works" : `fails: ${textOf(fault)}`
    }`;
    this.#decides({ kind: "fault", index }, [], [completion], text, time);
  }

  /** `check` was given a false condition. */
  violates(message: string): void {
    this.events.push({ kind: "violation", message });
  }

  /** The run is over. */
  settles(outcome: string): void {
    this.events.push({ kind: "settled", outcome });
  }

  #decides(
    decision: Decision,
    ready: readonly Pending[],
    chosen: readonly Pending[],
    label: string,
    time: number,
  ): void {
    const index = this.schedule.push(decision) - 1;
    this.events.push({
      kind: "decision",
      index,
      pending: ready.map(({ id }) => id),
      delivered: chosen.map(({ id }) => id),
      label,
      time,
    });
  }
}
