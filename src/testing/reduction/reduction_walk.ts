/**
 * The walk through the schedules that differ in something that counts.
 *
 * See `reduction.ts` for the idea. The walk keeps the row of answers that leads to
 * the current run, as the exhaustive one does. Of each delivery it also keeps what
 * was tried there and what is to be tried yet, as a {@linkcode Turn}; the other
 * questions have an answer and a number of answers.
 *
 * @module
 */

import { Deviation, type Strategy } from "../schedules/chooser.ts";
import type { Limits, Shard } from "../schedules/exhaustive.ts";
import type { Footsteps, Rare, Touched } from "./footprint.ts";
import { countOrders, orderOf } from "../schedules/orders.ts";
import type { Pending } from "../schedules/pending.ts";
import { shareBefore } from "../schedules/place_in_search.ts";
import { tryRaces } from "./reduction_races.ts";
import { type Meet, Turn, type TurnState } from "./reduction_turn.ts";
import type { ScheduledRun } from "../runs/run_schedule.ts";
import { declaredPlaces } from "./track.ts";

/** A question whose answers are all tried, one after the other. */
interface Question {
  answer: number;
  readonly count: number;
}

/** What was looked at before, among the rows of a place. */
interface Looked {
  readonly looked: readonly Rare[];
}

/** Every shard begins anew below its beginnings, so there are few. */
const BEGINNINGS = 4;

/** What a walk works with. */
export interface Walk {
  readonly limits: Limits;
  readonly shard: Shard;
  readonly runs: ScheduledRun;
  readonly steps: Footsteps;
  readonly meet: Meet;
}

/** Goes through schedules, leaving out what can't make a difference. */
export class ReducedWalk implements Strategy {
  readonly #walk: Walk;
  readonly #row: (Turn | Question)[] = [];
  /** The turn in which each completion was delivered. */
  readonly #turnOf: Map<number, number> = new Map();
  /** What each pending completion declares; `null` for nothing. */
  readonly #declared: Map<number, readonly Touched[] | null> = new Map();
  #place = 0;
  /** The turns that the run has taken. */
  #turns: Turn[] = [];
  /** The first of them whose step was new. */
  #firstNew = Infinity;
  /** Whether the step that runs can be known up to now. */
  #knowable = false;
  #failedBefore: unknown = null;
  /** How many rare places the footprints of this walk tell of. */
  #looked: number;
  #faults = 0;
  #beginning = 0;
  #beginnings = 1;

  /**
   * Makes a walk that stands before its first run.
   *
   * @param walk what it works with
   */
  constructor(walk: Walk) {
    this.#walk = walk;
    this.#looked = walk.steps.looked.length;
  }

  begin(): void {
    this.#walk.steps.begin();
    this.#turnOf.clear();
    this.#declared.clear();
    this.#place = 0;
    this.#turns = [];
    this.#firstNew = Infinity;
    this.#knowable = false;
    this.#failedBefore = null;
    this.#faults = 0;
    this.#beginning = 0;
    this.#beginnings = 1;
  }

  // #region deliver
  deliver(ready: readonly Pending[], order: number[]): boolean {
    this.#declare(ready);
    this.#endStep();
    const { limits } = this.#walk;
    if (this.#isShared()) {
      const answer = this.#answer(countOrders(ready, limits.batch));
      if (answer >= 0) orderOf(answer, ready, order);
      return answer >= 0;
    }
    const turn = this.#turnFor(ready);
    if (turn === null) {
      this.#walk.steps.end();
      return false;
    }
    const { chosen, footprint } = turn.state;
    for (const id of chosen) {
      const place = ready.findIndex((each) => each.id === id);
      order.push(place);
      this.#turnOf.set(id, this.#turns.length);
    }
    if (footprint === undefined) {
      turn.state.causes = order.map((place) =>
        this.#turnOf.get(ready[place]!.parent) ?? -1
      );
      this.#firstNew = Math.min(this.#firstNew, this.#turns.length);
    }
    this.#turns.push(turn);
    this.#knowable = this.#walk.runs.timers.idle &&
      order.every((place) => ready[place]!.faults === null);
    this.#failedBefore = this.#walk.runs.failed;
    return true;
  }
  // #endregion

  value(options: number): number {
    this.#knowable = false;
    return options === 1 ? 0 : this.#answer(options);
  }

  fault(faults: number): number {
    if (this.#faults === this.#walk.limits.faults) return 0;
    const answer = this.#answer(faults + 1);
    if (answer > 0) this.#faults++;
    return answer;
  }

  counts(): boolean {
    return this.#isMine(this.#beginning);
  }

  // #region next
  next(): boolean {
    const { runs, steps, meet } = this.#walk;
    // When the body is done, nothing is delivered any more: whatever could have
    // been delivered before its last step has to be tried.
    if (runs.failed !== "deadlock") this.#knowable = false;
    if (steps.on) this.#endStep();
    steps.end();
    if (this.#place < this.#row.length) {
      throw new Deviation("was asked for; now the run ends before it");
    }
    if (steps.looked.length > this.#looked) return this.#startOver();
    if (runs.failed === "steps") this.#turns.forEach((turn) => turn.wantAll());
    tryRaces(this.#turns, this.#firstNew, meet);
    for (let last; (last = this.#row.at(-1)) !== undefined; this.#row.pop()) {
      if (last instanceof Turn) {
        last.finish();
        if (last.next()) return true;
      } else if (++last.answer < last.count) return true;
    }
    return false;
  }
  // #endregion

  /** What the footprints up to now don't tell has turned out to matter. */
  #startOver(): true {
    this.#looked = this.#walk.steps.looked.length;
    this.#row.length = 0;
    return true;
  }

  fork(): Strategy {
    const copy = new ReducedWalk(this.#walk);
    copy.goTo(this.place());
    return copy;
  }

  place(): string {
    const { looked } = this.#walk.steps;
    const row: (TurnState | Question | Looked)[] = this.#row.map((each) =>
      each instanceof Turn ? each.state : each
    );
    if (looked.length > 0) row.unshift({ looked });
    return JSON.stringify(row);
  }

  goTo(place: string): void {
    const { limits, meet, steps } = this.#walk;
    for (const each of parseRow(place)) {
      if ("looked" in each) each.looked.forEach((rare) => steps.lookAt(rare));
      else if ("answer" in each) this.#row.push(each);
      else this.#row.push(new Turn(each, limits.batch, meet));
    }
    this.#looked = steps.looked.length;
  }

  share(): number {
    return shareBefore(this.#row.map((each) => {
      if (!(each instanceof Turn)) return each;
      const { tried, wanted, batches } = each.state;
      const answer = tried.length;
      return {
        answer,
        count: Math.max(wanted.length, answer) + batches.length + 1,
      };
    }));
  }

  /** Takes note of what has become pending. */
  #declare(ready: readonly Pending[]): void {
    for (const { id, resource } of ready) {
      if (this.#declared.has(id)) continue;
      const places = resource === undefined
        ? null
        : declaredPlaces(resource, this.#walk.steps);
      this.#declared.set(id, places);
    }
  }

  // #region end-step
  /** The step of the last delivery is over: what it has touched is known now. */
  #endStep(): void {
    const { runs, steps } = this.#walk;
    const touched = steps.endStep();
    const turn = this.#turns.at(-1);
    if (turn === undefined || turn.state.footprint !== undefined) return;
    const declared = turn.state.chosen.map((id) =>
      this.#declared.get(id) ?? null
    );
    const known = this.#knowable && runs.timers.idle &&
      runs.failed === this.#failedBefore && touched !== null &&
      declared.every((each) => each !== null);
    turn.state.footprint = known ? [...declared.flat(), ...touched] : null;
    if (!known) turn.wantAll();
    else this.#wantCancelled(turn);
  }

  /** What a step calls off never comes to race with it: it has to come before. */
  #wantCancelled(turn: Turn): void {
    const { pending } = this.#walk.runs;
    const { ids, chosen } = turn.state;
    for (const id of ids) {
      const isLeft = pending.some((each) => each.id === id);
      if (!isLeft && !chosen.includes(id)) turn.want(id);
    }
  }
  // #endregion

  /** The turn that the run has come to; `null` when nothing there is worth it. */
  #turnFor(ready: readonly Pending[]): Turn | null {
    const label = ready[ready.length - 1]!.label;
    const known = this.#row[this.#place++];
    if (known === undefined) {
      const { limits, meet } = this.#walk;
      const turn = new Turn(
        {
          ids: ready.map(({ id }) => id),
          joining: ready.filter(({ joins }) => joins).map(({ id }) => id),
          label,
          asleep: this.#turns.at(-1)?.asleepAfter() ?? [],
          tried: [],
          wanted: [],
          batches: [],
          chosen: [],
          footprint: undefined,
          causes: [],
          before: [],
        },
        limits.batch,
        meet,
      );
      if (!turn.first()) {
        this.#place--;
        return null;
      }
      this.#row.push(turn);
      return turn;
    }
    if (
      !(known instanceof Turn) || known.state.ids.length !== ready.length ||
      known.state.label !== label
    ) throw this.#deviation(known, `a delivery of ${ready.length}`);
    return known;
  }

  #answer(count: number): number {
    const known = this.#row[this.#place];
    if (known === undefined) this.#row.push({ answer: 0, count });
    else if (known instanceof Turn || known.count !== count) {
      throw this.#deviation(known, `one of ${count} answers`);
    }
    const question = this.#row[this.#place++] as Question;
    if (this.#isShared()) this.#takeShare(question);
    return question.answer < count ? question.answer : -1;
  }

  #isShared(): boolean {
    const { count } = this.#walk.shard;
    return count > 1 && this.#beginnings < BEGINNINGS * count;
  }

  /** As in the exhaustive walk: from a path on, all of it is one shard's. */
  #takeShare(question: Question): void {
    this.#beginnings *= question.count;
    const first = this.#beginning * question.count;
    if (!this.#isShared()) {
      while (
        question.answer < question.count &&
        !this.#isMine(first + question.answer)
      ) question.answer++;
    }
    this.#beginning = first + question.answer;
  }

  #isMine(beginning: number): boolean {
    const { index, count } = this.#walk.shard;
    return beginning % count === index;
  }

  #deviation(known: Turn | Question, now: string): Deviation {
    const before = known instanceof Turn
      ? `a delivery of ${known.state.ids.length}, the last of them ${
        JSON.stringify(known.state.label)
      }`
      : `one of ${known.count} answers`;
    return new Deviation(`asked for ${before}; now it asks for ${now}`);
  }
}

function parseRow(place: string): (TurnState | Question | Looked)[] {
  try {
    return JSON.parse(place);
  } catch (cause) {
    throw new SyntaxError(
      `Place ${
        JSON.stringify(place)
      } is cut short; give the whole text that was printed`,
      { cause },
    );
  }
}
