/**
 * Finds out of a run which of its steps might as well have come the other way
 * round.
 *
 * Two steps *race* when they meet, and nothing between forces their order: the
 * later one was not begun by the earlier one, nor by something that had to come
 * after it. Of each race the walk must try the other order. It does so from the
 * turn of the earlier step, and begins with what leads to the later one without
 * it.
 *
 * @module
 */

import { withoutNew } from "./footprint.ts";
import type { Meet, Turn } from "./reduction_turn.ts";

/**
 * Has the other order of each race tried.
 *
 * @param turns the deliveries of a run
 * @param from the first that no run before had
 * @param meet compares footprints
 */
export function tryRaces(
  turns: readonly Turn[],
  from: number,
  meet: Meet,
): void {
  const footprints = turns.map(({ state }) =>
    withoutNew(state.footprint ?? null)
  );
  for (let late = from; late < turns.length; late++) {
    const { state } = turns[late]!;
    const { causes } = state;
    const before = new Set<number>();
    for (let early = late - 1; early >= 0; early--) {
      if (before.has(early)) continue;
      const begun = causes.includes(early);
      if (!begun && !meet(footprints[early]!, footprints[late]!)) continue;
      before.add(early);
      for (const each of turns[early]!.state.before) before.add(each);
      if (!begun) tryOtherOrder(turns, early, late, before);
    }
    state.before = [...before];
  }
}

/** Has a late step tried before an early one. */
function tryOtherOrder(
  turns: readonly Turn[],
  early: number,
  late: number,
  beforeLate: ReadonlySet<number>,
): void {
  const { wanted, ids } = turns[early]!.state;
  // What need not wait for the early step, up to the late one.
  const without: number[] = [];
  for (let turn = early + 1; turn < late; turn++) {
    if (!turns[turn]!.state.before.includes(early)) without.push(turn);
  }
  const beginnings = without.filter((turn) =>
    !turns[turn]!.state.before.some((each) => without.includes(each))
  );
  if (!without.some((each) => beforeLate.has(each))) beginnings.push(late);
  const isWanted = (turn: number) =>
    turns[turn]!.state.chosen.every((id) => wanted.includes(id));
  if (beginnings.some(isWanted)) return;
  const { chosen } = turns[beginnings[0]!]!.state;
  if (chosen.every((id) => ids.includes(id))) {
    for (const id of chosen) turns[early]!.want(id);
  } else turns[early]!.wantAll(); // it had to wait for a timer
}
