/**
 * What both pictures draw, before anybody knows whether in characters or in
 * pixels: lanes from top to bottom, columns from left to right.
 *
 * A column is one turn. So each column has exactly one box, the order of the
 * boxes is the order in which things ran, and whoever reads from left to right
 * reads the schedule. Virtual time does not pass inside a turn but only between
 * two of them, which is where the picture has its gaps.
 *
 * The turns of a crowd that follow each other are one column, even when time
 * goes by between them: that is what keeps a thousand tasks readable.
 *
 * Slots (see {@link ./turns.ts}) are counted in columns here.
 *
 * @module
 */

import type { TraceEvent } from "../loop/trace_event.ts";
import { chooseLanes, isCrowd, type Lane } from "./lanes.ts";
import { withCommas } from "./plain_words.ts";
import { readTurns } from "./turn_reader.ts";
import type {
  Act,
  Actor,
  Ending,
  Reading,
  Stretch,
  Turn,
  Wait,
} from "./turns.ts";

/** A trace as lanes and columns. */
export interface Picture {
  /** The rows, from top to bottom. */
  readonly rows: readonly Row[];
  /** One for each turn that is shown, from left to right. */
  readonly columns: readonly Column[];
  /** Cancellations that came from outside: in which row, before which column. */
  readonly outsideCancels: readonly { row: number; column: number }[];
  /** What was read. */
  readonly reading: Reading;
}

/** One row: a lane with its spans. */
export interface Row {
  /** The lane. */
  readonly lane: Lane;
  /** The row's name. */
  readonly title: string;
  /** When the lane is ready or waiting. */
  readonly spans: readonly Span[];
  /** The column in which it ended and how, the same for all its members. */
  readonly ending:
    | { readonly column: number; readonly kind: Ending["kind"] }
    | null;
}

/** A time in which a lane does not run. */
export interface Span {
  /** What it does instead. */
  readonly state: Stretch["state"];
  /** The slot at which it begins, counted in columns. */
  readonly from: number;
  /** The slot at which it ends, counted in columns. */
  readonly to: number;
  /** What it waits for, where all members wait for the same. */
  readonly wait: Wait | null;
  /** What ended it, when no turn did. */
  readonly endedBy: "clock" | "host" | null;
}

/** One turn, or several of the same crowd. */
export interface Column {
  /** The row of the box. */
  readonly row: number;
  /** The turns it shows. */
  readonly turns: readonly Turn[];
  /** How its actor ended in it; `null` for a crowd. */
  readonly ending: Ending["kind"] | null;
  /** Lines to other rows: each row at most once. */
  readonly links: readonly Link[];
  /** The lines that were printed in it. */
  readonly prints: readonly string[];
}

/** A line from the box of a column to another row. */
export interface Link {
  /** The row it goes to. */
  readonly row: number;
  /** Why. */
  readonly kind: Exclude<Act["kind"], "printed">;
}

/**
 * Lays a trace out as lanes and columns.
 *
 * @param events the events of one loop
 * @param lanes how many lanes there may be
 * @returns the picture; without columns when nothing ran
 */
export function composePicture(
  events: readonly TraceEvent[],
  lanes: number,
): Picture {
  const reading = readTurns(events);
  const chosen = chooseLanes(reading.actors, lanes);
  const rowOf = new Map<Actor, number>();
  chosen.forEach((lane, row) => {
    for (const actor of lane.members) rowOf.set(actor, row);
  });
  const groups = groupTurns(reading.turns, chosen, rowOf);
  const columnOf = groups.flatMap(({ turns }, column) =>
    turns.map(() => column)
  );
  const slotOf = (slot: number): number =>
    slot >= 2 * columnOf.length
      ? 2 * groups.length
      : 2 * (columnOf[slot >> 1] ?? 0) + (slot & 1);
  const rows = chosen.map((lane) => composeRow(lane, slotOf));
  return {
    rows,
    columns: groups.map(({ row, turns }, column): Column => ({
      row,
      turns,
      ending: endingIn(column, rows[row]) ?? errorOfCallback(turns),
      links: linksOf(row, turns, rowOf),
      prints: turns.flatMap(printsOf),
    })),
    outsideCancels: reading.outsideCancels.map(({ slot, target }) => ({
      row: rowOf.get(target) ?? 0,
      column: slotOf(slot) >> 1,
    })),
    reading,
  };
}

interface TurnGroup {
  readonly row: number;
  readonly turns: Turn[];
}

/** One group for each column: a crowd's turns in a row are one column. */
function groupTurns(
  turns: readonly Turn[],
  lanes: readonly Lane[],
  rowOf: ReadonlyMap<Actor, number>,
): TurnGroup[] {
  const groups: TurnGroup[] = [];
  for (const turn of turns) {
    const row = rowOf.get(turn.actor) ?? 0;
    const last = groups.at(-1);
    const lane = lanes[row];
    if (last?.row === row && lane && isCrowd(lane)) last.turns.push(turn);
    else groups.push({ row, turns: [turn] });
  }
  return groups;
}

function endingIn(column: number, row: Row | undefined): Ending["kind"] | null {
  return row?.ending?.column === column ? row.ending.kind : null;
}

function errorOfCallback([turn]: readonly Turn[]): Ending["kind"] | null {
  return turn?.actor.kind === "callback" ? turn.ending?.kind ?? null : null;
}

/** A cancellation outranks the wake-up that carries it out. */
const RANK: Record<Link["kind"], number> = {
  timed: 0,
  scheduled: 0,
  made: 1,
  woke: 2,
  cancelled: 3,
};

function linksOf(
  row: number,
  turns: readonly Turn[],
  rowOf: ReadonlyMap<Actor, number>,
): Link[] {
  const links = new Map<number, Link>();
  for (const act of turns.flatMap((turn) => turn.acts)) {
    if (act.kind === "printed") continue;
    const target = rowOf.get(act.target) ?? row;
    if (target === row) continue;
    const known = links.get(target);
    if (known === undefined || RANK[act.kind] > RANK[known.kind]) {
      links.set(target, { row: target, kind: act.kind });
    }
  }
  return [...links.values()].sort((a, b) => a.row - b.row);
}

function printsOf(turn: Turn): string[] {
  return turn.acts.flatMap((act) => act.kind === "printed" ? [act.text] : []);
}

function composeRow(lane: Lane, slotOf: (slot: number) => number): Row {
  const spans = lane.members.flatMap((actor) =>
    actor.stretches.map((stretch): Span => ({
      state: stretch.state,
      wait: stretch.wait,
      endedBy: stretch.endedBy,
      from: slotOf(stretch.from),
      to: slotOf(stretch.to),
    }))
  ).filter(({ from, to }) => from < to);
  return {
    lane,
    title: isCrowd(lane)
      ? `… ${withCommas(lane.members.length)} more`
      : lane.members[0]?.name ?? "",
    // Callbacks of one name overlap: one that is ready hides one that waits.
    spans: isCrowd(lane)
      ? overlay(spans)
      : spans.sort((a, b) =>
        Number(b.state === "waiting") - Number(a.state === "waiting")
      ),
    ending: endingOf(lane, slotOf),
  };
}

/** When the last member ended, if all of them ended in the same way. */
function endingOf(lane: Lane, slotOf: (slot: number) => number): Row["ending"] {
  const endings = lane.members.map((actor) => actor.ending);
  const kind = endings[0]?.kind;
  if (kind === undefined) return null;
  let last = 0;
  for (const ending of endings) {
    if (ending?.kind !== kind) return null;
    last = Math.max(last, ending.turn);
  }
  return { column: slotOf(2 * last) >> 1, kind };
}

/**
 * The spans of many actors as one row of spans: at each slot the state that
 * more of them are in.
 */
function overlay(spans: readonly Span[]): Span[] {
  const changes = new Map<number, Map<Span["state"], number>>();
  for (const { state, from, to } of spans) {
    for (const [slot, change] of [[from, 1], [to, -1]] as const) {
      const counts = changes.get(slot) ?? new Map<Span["state"], number>();
      changes.set(slot, counts.set(state, (counts.get(state) ?? 0) + change));
    }
  }
  const result: Span[] = [];
  const counts = { ready: 0, waiting: 0, held: 0 };
  let from = 0;
  for (const [to, change] of [...changes].sort(([a], [b]) => a - b)) {
    const { ready, waiting, held } = counts;
    if (ready + waiting + held > 0) {
      const state = ready > waiting ? "ready" : "waiting";
      result.push({ state, from, to, wait: null, endedBy: null });
    }
    for (const [state, count] of change) counts[state] += count;
    from = to;
  }
  return result;
}
