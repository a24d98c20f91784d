/**
 * One delivery of the reduced walk: what could come, what has been tried, what is
 * still to be tried.
 *
 * @module
 */

import type { Footprint } from "./footprint.ts";

/** A delivery whose runs have all been made, and what its step has touched. */
export interface Tried {
  /** The completions, in the order of delivery. */
  readonly ids: readonly number[];
  /** What the step has touched. */
  readonly footprint: Footprint;
}

/** Whether two steps may influence each other. */
export type Meet = (one: Footprint, other: Footprint) => boolean;

/** What a turn knows; plain data, so that it can be written down. */
export interface TurnState {
  /** What was pending. */
  readonly ids: readonly number[];
  /** Those of them that join batches. */
  readonly joining: readonly number[];
  /** What became pending last. */
  readonly label: string;
  /** What need not be tried: its runs were made before this turn. */
  readonly asleep: readonly Tried[];
  /** Whose runs have all been made from here. */
  readonly tried: Tried[];
  /** What has to be tried, alone and with each other. */
  readonly wanted: number[];
  /** Batches to look at. */
  readonly batches: number[][];
  /** What is delivered now. */
  chosen: readonly number[];
  /** What that has touched, `undefined` before it is known. */
  footprint: Footprint | undefined;
  /** The turns whose steps have made what is delivered. */
  causes: readonly number[];
  /** The turns that come before this one in every order that counts. */
  before: readonly number[];
}

/** One delivery of the walk. */
export class Turn {
  readonly state: TurnState;
  readonly #meet: Meet;
  readonly #batch: number;

  /**
   * @param state what it knows
   * @param batch how many completions are delivered at once at most
   * @param meet compares footprints
   */
  constructor(state: TurnState, batch: number, meet: Meet) {
    this.state = state;
    this.#batch = batch;
    this.#meet = meet;
  }

  /** Takes the first delivery that is worth a run; `false` when none is. */
  first(): boolean {
    const { ids } = this.state;
    const awake = ids.find((id) => this.#known([id]) === undefined);
    if (awake === undefined) this.wantAll();
    else this.want(awake);
    return this.next();
  }

  /** Has a completion tried, alone and with the others that are wanted. */
  want(id: number): void {
    const { wanted } = this.state;
    if (wanted.includes(id)) return;
    wanted.push(id);
    if (this.#known([id]) !== undefined) this.#combine(id);
  }

  /** Has everything tried. */
  wantAll(): void {
    for (const id of this.state.ids) this.want(id);
  }

  /** All runs with what is delivered now have been made. */
  finish(): void {
    const { state } = this;
    const ids = state.chosen;
    state.tried.push({ ids, footprint: state.footprint ?? null });
    if (ids.length === 1) this.#combine(ids[0]!);
  }

  // #region next-delivery
  /** Takes the next delivery; `false` when there is none. */
  next(): boolean {
    const { state } = this;
    for (;;) {
      const batch = state.batches.shift();
      if (batch === undefined) break;
      if (this.#known(batch) || this.#parted(batch) !== null) continue;
      return this.#choose(batch);
    }
    const single = state.wanted.find((id) => !this.#known([id]));
    return single !== undefined && this.#choose([single]);
  }
  // #endregion

  // #region sleep
  /** What the next turn need not try: it could as well have come before. */
  asleepAfter(): Tried[] {
    const { asleep, tried, chosen, footprint = null } = this.state;
    return [...asleep, ...tried].filter((each) =>
      !each.ids.some((id) => chosen.includes(id)) &&
      !this.#meet(each.footprint, footprint)
    );
  }
  // #endregion

  #choose(ids: readonly number[]): true {
    this.state.chosen = ids;
    this.state.footprint = undefined;
    return true;
  }

  #known(ids: readonly number[]): Tried | undefined {
    const { asleep, tried } = this.state;
    const same = (each: Tried) =>
      each.ids.length === ids.length &&
      each.ids.every((id, place) => id === ids[place]);
    return tried.find(same) ?? asleep.find(same);
  }

  /** Lists the batches of a completion with those that were tried before it. */
  #combine(id: number): void {
    const { joining, wanted, batches } = this.state;
    if (this.#batch === 1 || !joining.includes(id)) return;
    const others = wanted.filter((each) =>
      each !== id && joining.includes(each) && this.#known([each])
    );
    let shorter: number[][] = [[]];
    for (let size = 1; size <= this.#batch; size++) {
      shorter = shorter.flatMap((batch) =>
        [id, ...others].filter((each) => !batch.includes(each))
          .map((each) => [...batch, each])
      );
      if (size > 1) {
        batches.push(...shorter.filter((each) => each.includes(id)));
      }
    }
  }

  // #region parted
  /**
   * What a batch touches that falls into two parts which don't meet: then it is
   * the same as one part after the other. `null` for a batch that does not.
   */
  #parted(batch: readonly number[]): Footprint {
    const last = batch.length - 1;
    for (let picked = 0; picked < 2 ** last - 1; picked++) {
      // The first is always in the one part, so that no parting comes twice.
      const isOne = (place: number) =>
        place === 0 || (picked >> (place - 1) & 1) === 1;
      const one = this.#touchedBy(batch.filter((_, place) => isOne(place)));
      const other = this.#touchedBy(batch.filter((_, place) => !isOne(place)));
      if (!this.#meet(one, other)) return [...one ?? [], ...other ?? []];
    }
    return null;
  }
  // #endregion

  #touchedBy(ids: readonly number[]): Footprint {
    const known = this.#known(ids);
    if (known !== undefined) return known.footprint;
    return ids.length > 1 ? this.#parted(ids) : null;
  }
}
