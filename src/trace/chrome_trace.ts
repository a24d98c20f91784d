/**
 * A run in Chrome's trace event format, which Perfetto and `chrome://tracing`
 * open.
 *
 * Every task is a thread, and the loop itself is one more, on which its passes
 * stand with the callbacks inside them. A turn is a complete event (`X`), a
 * wake-up a flow (`s` to `f`), a printed line an instant (`i`).
 *
 * **Time.** The format knows spans of time only, but on a virtual clock a turn
 * takes none. So each turn is drawn `turnWidth` microseconds wide, or as long as
 * it really took if that is longer, and each begins where the one before it ends
 * or at its own time, whichever is later. What is drawn is therefore never early
 * and always in the right order, and catches up with the loop's clock wherever
 * that moves on far enough. The true time, in milliseconds, is in the arguments
 * of every event.
 *
 * Events on one thread nest or follow each other, as the format demands.
 *
 * @module
 */

import type { TraceEvent } from "../loop/trace_event.ts";
import {
  loopThread,
  type PlacedPass,
  type PlacedTurn,
  type Places,
  placeTurns,
} from "./chrome_places.ts";
import { waitedFor } from "./plain_words.ts";
import { splitRuns } from "./runs.ts";
import { readTurns } from "./turn_reader.ts";
import type { Actor, Reading, Turn } from "./turns.ts";

/** One event of the format. */
export interface ChromeTraceEvent {
  /** What it is called. */
  readonly name: string;
  /** Its category: `pass`, `turn`, `wake-up` or `print`. */
  readonly cat: string;
  /** Its phase: metadata, complete, flow start, flow end, instant. */
  readonly ph: "M" | "X" | "s" | "f" | "i";
  /** When, in microseconds. */
  readonly ts: number;
  /** How long, in microseconds; complete events have it. */
  readonly dur?: number;
  /** The process: there is one. */
  readonly pid: number;
  /** The thread: the task's number, or one more than the highest of them. */
  readonly tid: number;
  /** What binds the two ends of a flow. */
  readonly id?: number;
  /** That a flow ends in the span around it, not in the next one. */
  readonly bp?: "e";
  /** That an instant belongs to its thread. */
  readonly s?: "t";
  /** What else there is to know. */
  readonly args: Readonly<Record<string, string | number>>;
}

/** A file of the format. */
export interface ChromeTrace {
  /** All events, by time. */
  readonly traceEvents: readonly ChromeTraceEvent[];
  /** How a viewer writes times. */
  readonly displayTimeUnit: "ms";
}

/** How a Chrome trace is made. */
export interface ChromeTraceOptions {
  /**
   * How wide a turn is drawn that took no time, in microseconds, at least 1. By
   * default all turns together take a tenth of the run.
   */
  turnWidth?: number;
}

/**
 * Writes a run in Chrome's trace event format.
 *
 * @param events the events that were recorded
 * @param options how wide turns are drawn
 * @returns an object to be stored as JSON; each run in it is a process
 * @throws {RangeError} when `turnWidth` is not a number of at least 1
 */
export function toChromeTrace(
  events: readonly TraceEvent[],
  options: ChromeTraceOptions = {},
): ChromeTrace {
  const { turnWidth } = options;
  if (turnWidth !== undefined && !(turnWidth >= 1 && turnWidth < Infinity)) {
    throw new RangeError(
      `Invalid turnWidth: ${turnWidth}; give at least 1 microsecond`,
    );
  }
  const traceEvents = splitRuns(events).flatMap((run, index) => {
    const reading = readTurns(run);
    const width = turnWidth ?? defaultWidth(reading);
    const places = placeTurns(run, reading, width);
    return new ProcessWriter(index + 1, reading, places).write();
  });
  return { traceEvents, displayTimeUnit: "ms" };
}

/** A tenth of the run for all turns, but a millisecond where no time goes by. */
function defaultWidth({ start, end, turns }: Reading): number {
  const total = 1000 * (end - start);
  if (total === 0 || turns.length === 0) return 1000;
  return Math.max(1, Math.floor(total / 10 / turns.length));
}

/** What all events of one process share. */
class ProcessWriter {
  readonly #pid: number;
  readonly #reading: Reading;
  readonly #places: Places;
  #flows = 0;

  constructor(pid: number, reading: Reading, places: Places) {
    this.#pid = pid;
    this.#reading = reading;
    this.#places = places;
  }

  /** Names first, then everything by time. */
  write(): ChromeTraceEvent[] {
    const { passes, turns } = this.#places;
    const spans = [
      // A pass stands before the callbacks that it encloses.
      ...Array.from(passes.values(), (pass) => this.#pass(pass)),
      ...turns.flatMap((placed) => this.#turn(placed)),
      ...this.#reading.actors.flatMap((actor) => this.#wakeUps(actor)),
    ];
    return [...this.#names(), ...spans.sort((a, b) => a.ts - b.ts)];
  }

  #names(): ChromeTraceEvent[] {
    const loop = loopThread(this.#reading);
    const threads: [tid: number, name: string][] = [[loop, "event loop"]];
    for (const { kind, id, name } of this.#reading.actors) {
      if (kind === "task") threads.push([id, name]);
    }
    return [
      this.#metadata("process_name", loop, { name: `run ${this.#pid}` }),
      ...threads.flatMap(([tid, name], index) => [
        this.#metadata("thread_name", tid, { name }),
        this.#metadata("thread_sort_index", tid, { sort_index: index }),
      ]),
    ];
  }

  #metadata(
    name: string,
    tid: number,
    args: ChromeTraceEvent["args"],
  ): ChromeTraceEvent {
    const pid = this.#pid;
    return { name, cat: "__metadata", ph: "M", ts: 0, pid, tid, args };
  }

  #pass({ pass, time, ts, dur, tid }: PlacedPass): ChromeTraceEvent {
    const name = pass === 0 ? "before the first pass" : `pass ${pass}`;
    const args = { time, pass };
    return { name, cat: "pass", ph: "X", ts, dur, pid: this.#pid, tid, args };
  }

  #turn({ turn, step, ts, dur, tid }: PlacedTurn): ChromeTraceEvent[] {
    const { actor, time, pass } = turn;
    const pid = this.#pid;
    const name = actor.kind === "task" ? `step ${step}` : actor.name;
    const args = { actor: actor.name, time, pass, then: whatThen(turn) };
    const prints = turn.acts.flatMap((act) =>
      act.kind === "printed" ? [act.text] : []
    );
    return [
      { name, cat: "turn", ph: "X", ts, dur, pid, tid, args },
      ...prints.map((name, index): ChromeTraceEvent => {
        const at = ts + dur * (index + 1) / (prints.length + 1);
        const args = { time, pass };
        return { name, cat: "print", ph: "i", s: "t", ts: at, pid, tid, args };
      }),
    ];
  }

  /** A flow for each time that somebody else made the actor ready. */
  #wakeUps({ stretches }: Actor): ChromeTraceEvent[] {
    const { turns, passes } = this.#places;
    return stretches.flatMap((stretch, index): ChromeTraceEvent[] => {
      const target = turns[stretch.to >> 1];
      if (stretch.state !== "ready" || target === undefined) return [];
      const wait = stretches[index - 1];
      const source = stretch.from % 2 === 1
        ? turns[stretch.from >> 1]
        : wait?.endedBy === "clock"
        ? passes.get(stretch.pass)
        : undefined;
      if (source === undefined || source.tid === target.tid) return [];
      const name = wait?.wait ? waitedFor(wait.wait) : "start";
      const { time, pass } = target.turn;
      const ends = {
        name,
        cat: "wake-up",
        id: ++this.#flows + 1_000_000 * this.#pid,
        pid: this.#pid,
        args: { time, pass },
      };
      return [
        { ...ends, ph: "s", ts: source.ts, tid: source.tid },
        { ...ends, ph: "f", bp: "e", ts: target.ts, tid: target.tid },
      ];
    });
  }
}

function whatThen({ ending, wait }: Turn): string {
  if (ending !== null) {
    const { kind, detail } = ending;
    return detail === "" ? kind : `${kind}: ${detail}`;
  }
  if (wait === null) return "goes on";
  return wait.kind === "pass" ? "gives way" : `waits for ${waitedFor(wait)}`;
}
