import type { TraceEvent } from "../loop/trace_event.ts";
import type { Actor, Reading, Turn } from "./turns.ts";

/** Where something is drawn: microseconds, and the thread. */
interface Place {
  readonly ts: number;
  readonly dur: number;
  readonly tid: number;
}

/** A turn and its place. */
export interface PlacedTurn extends Place {
  readonly turn: Turn;
  /** The how-manieth of its actor it is, from 1. */
  readonly step: number;
}

/** A pass and its place. */
export interface PlacedPass extends Place {
  readonly pass: number;
  /** When it began on the loop's clock, in milliseconds. */
  readonly time: number;
}

/** All places of a run. */
export interface Places {
  /** In the order of the turns that were read. */
  readonly turns: readonly PlacedTurn[];
  /** By their numbers, also those in which only timers fired. */
  readonly passes: ReadonlyMap<number, PlacedPass>;
}

/**
 * Gives every pass and every turn its place on the drawn time axis.
 *
 * @param events the events of one loop
 * @param reading the same, read as turns
 * @param turnWidth the least width of a turn and of a pass, in microseconds
 * @returns places that follow each other, never before their true time
 */
export function placeTurns(
  events: readonly TraceEvent[],
  reading: Reading,
  turnWidth: number,
): Places {
  const turns: PlacedTurn[] = [];
  const passes = new Map<number, PlacedPass>();
  const steps = new Map<Actor, number>();
  const loop = loopThread(reading);
  let now = 0;
  let next = 0;
  for (const [pass, time] of timesOfPasses(events)) {
    const start = Math.max(now, microseconds(time - reading.start));
    now = start;
    for (; reading.turns[next]?.pass === pass; next++) {
      const turn = reading.turns[next];
      if (turn === undefined) break;
      const step = (steps.get(turn.actor) ?? 0) + 1;
      steps.set(turn.actor, step);
      const ts = Math.max(now, microseconds(turn.time - reading.start));
      const dur = Math.max(turnWidth, microseconds(turn.until - turn.time));
      const tid = turn.actor.kind === "task" ? turn.actor.id : loop;
      turns.push({ turn, step, ts, dur, tid });
      now = ts + dur;
    }
    // Nothing runs before the first pass, unless the program prints there.
    if (pass === 0 && now === start) continue;
    now = Math.max(now, start + turnWidth);
    passes.set(pass, { pass, time, ts: start, dur: now - start, tid: loop });
  }
  return { turns, passes };
}

/**
 * The thread on which the loop itself stands: after those of the tasks.
 *
 * @param reading a run
 * @returns its number
 */
export function loopThread({ actors }: Reading): number {
  const tasks = actors.filter(({ kind }) => kind === "task");
  return 1 + tasks.reduce((highest, { id }) => Math.max(highest, id), 0);
}

/** When each pass began, in the order of the passes. */
function timesOfPasses(events: readonly TraceEvent[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const { pass, time } of events) {
    if (!times.has(pass)) times.set(pass, time);
  }
  return times;
}

/** To a nanosecond: finer is only noise. */
function microseconds(milliseconds: number): number {
  return Math.round(1e6 * milliseconds) / 1e3;
}
