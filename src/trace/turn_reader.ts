/**
 * How the turns of {@link ./turns.ts} are read off a trace.
 *
 * Two things make it less simple than it sounds. A task that is started eagerly
 * runs inside the turn of the task that made it: the outer turn is then cut in
 * two, as it was in truth. And the wake-ups that an ending task causes may be
 * told after its end: they still belong to its last turn. So what somebody did
 * goes to that runner's latest turn, unless the runner is still inside a turn
 * and another has run in between; then it begins a turn of its own.
 *
 * @module
 */

import type {
  TraceActor,
  TraceEvent,
  TraceMoment,
  TraceWait,
} from "../loop/trace_event.ts";
import type {
  Actor,
  Ending,
  OutsideCancel,
  Reading,
  Stretch,
  Turn,
} from "./turns.ts";
import { callbacksThatDidSomething } from "./telling_callbacks.ts";

/**
 * Reads events as turns.
 *
 * A callback that neither did anything to others nor printed nor threw is left
 * out, or the loop's own bookkeeping would bury the program; where callbacks
 * are all there is, they are kept.
 *
 * @param events the events of one loop, in the order they were recorded
 * @returns the turns, the actors and when each actor was ready or waiting
 */
export function readTurns(events: readonly TraceEvent[]): Reading {
  const reader = new TurnReader(events);
  for (const event of events) reader.read(event);
  return reader.finish();
}

class TurnReader {
  readonly #turns: Turn[] = [];
  readonly #actors = new Map<string, Actor>();
  readonly #outsideCancels: OutsideCancel[] = [];
  /** The latest turn of each runner; a runner is one task or one callback. */
  readonly #latest = new Map<string, Turn>();
  /** Runners that are inside a turn: more than one when started eagerly. */
  readonly #running = new Set<string>();
  /** The stretch each runner is in. */
  readonly #stretches = new Map<string, Stretch>();
  readonly #labels = new Map<number, string>();
  readonly #timerEvents = new Set<number>();
  readonly #telling: ReadonlySet<number>;
  readonly #keepQuiet: boolean;
  readonly #start: number;
  readonly #end: number;

  constructor(events: readonly TraceEvent[]) {
    this.#telling = callbacksThatDidSomething(events);
    this.#keepQuiet = !events.some((event) => event.kind === "created");
    this.#start = events.at(0)?.time ?? 0;
    this.#end = events.at(-1)?.time ?? 0;
  }

  read(event: TraceEvent): void {
    switch (event.kind) {
      case "created":
        this.#task(event.task, event.name);
        this.#toOther("made", taskRunner(event.task), event.by, event);
        break;
      case "started":
      case "resumed":
        this.#task(event.task, event.name);
        this.#begin(taskRunner(event.task), event, event.kind === "started");
        break;
      case "suspended":
        this.#task(event.task, event.name);
        this.#suspend(taskRunner(event.task), event.on, event);
        break;
      case "finished":
      case "failed":
      case "cancelled":
        this.#task(event.task, event.name);
        this.#endTask(taskRunner(event.task), event.kind, event.detail, event);
        break;
      case "completed":
        if (event.source.kind === "timer") this.#timerEvents.add(event.event);
        break;
      case "woken": {
        const by = this.#timerEvents.has(event.event) ? "clock" : "host";
        this.#toOther("woke", taskRunner(event.task), event.by, event, by);
        break;
      }
      case "cancel-requested":
        this.#cancel(taskRunner(event.task), event.by, event);
        break;
      case "scheduled":
        this.#labels.set(event.callback, event.label);
        if (!this.#shows(event.callback)) break;
        this.#toOther(
          "scheduled",
          callbackRunner(event.callback),
          event.by,
          event,
        );
        break;
      case "called":
        this.#labels.set(event.callback, event.label);
        if (this.#shows(event.callback)) this.#endCallback(event);
        break;
      case "printed":
        this.#by(event.by, event).acts.push({
          kind: "printed",
          text: event.text,
        });
        break;
    }
  }

  finish(): Reading {
    for (const stretch of this.#stretches.values()) {
      stretch.to = 2 * this.#turns.length;
    }
    const rank = { task: 0, callback: 1, outside: 2 };
    return {
      turns: this.#turns,
      actors: [...this.#actors.values()].sort((a, b) =>
        rank[a.kind] - rank[b.kind] || a.id - b.id
      ),
      outsideCancels: this.#outsideCancels,
      start: this.#start,
      end: this.#end,
    };
  }

  /** Begins a turn of `runner`, which leaves the stretch it was in. */
  #begin(runner: string, moment: TraceMoment, starts = false): Turn {
    const index = this.#turns.length;
    const turn: Turn = {
      index,
      actor: this.#actor(runner),
      time: moment.time,
      pass: moment.pass,
      until: moment.time,
      starts,
      acts: [],
      wait: null,
      ending: null,
    };
    const latest = this.#latest.get(runner);
    if (latest && this.#running.has(runner)) {
      const slot = 2 * latest.index + 1;
      this.#beginStretch(runner, "held", slot, moment.pass, null);
    }
    this.#endStretch(runner, 2 * index);
    this.#turns.push(turn);
    this.#latest.set(runner, turn);
    this.#running.add(runner);
    return turn;
  }

  /** The turn to which something done by `runner` belongs. */
  #turnOf(runner: string, moment: TraceMoment): Turn {
    const latest = this.#latest.get(runner);
    const goesOn = latest !== undefined && (
      latest === this.#turns.at(-1) ||
      (!this.#running.has(runner) && latest.pass === moment.pass)
    );
    const turn = goesOn ? latest : this.#begin(runner, moment);
    turn.until = Math.max(turn.until, moment.time);
    return turn;
  }

  #by(by: TraceActor, moment: TraceMoment): Turn {
    const turn = this.#turnOf(runnerOf(by) ?? OUTSIDE, moment);
    if (by === null) this.#running.delete(OUTSIDE);
    return turn;
  }

  #suspend(runner: string, on: TraceWait, moment: TraceMoment): void {
    const turn = this.#turnOf(runner, moment);
    turn.wait = on;
    this.#running.delete(runner);
    const slot = 2 * turn.index + 1;
    if (on.kind === "pass") {
      this.#beginStretch(runner, "ready", slot, moment.pass, null);
    } else {
      this.#beginStretch(runner, "waiting", slot, moment.pass, on);
    }
  }

  #endTask(
    runner: string,
    kind: Ending["kind"],
    detail: string,
    moment: TraceMoment,
  ): void {
    const turn = this.#turnOf(runner, moment);
    turn.ending = { turn: turn.index, kind, detail };
    turn.actor.ending = turn.ending;
    this.#running.delete(runner);
    this.#endStretch(runner, 2 * turn.index);
  }

  #endCallback(
    event: TraceMoment & { callback: number; error?: string },
  ): void {
    const runner = callbackRunner(event.callback);
    const turn = this.#turnOf(runner, event);
    if (event.error !== undefined) {
      turn.ending = { turn: turn.index, kind: "failed", detail: event.error };
    }
    this.#running.delete(runner);
  }

  #cancel(target: string, by: TraceActor, moment: TraceMoment): void {
    const actor = this.#actor(target);
    if (by === null) {
      this.#outsideCancels.push({
        slot: 2 * this.#turns.length,
        target: actor,
      });
    } else {
      this.#by(by, moment).acts.push({ kind: "cancelled", target: actor });
    }
  }

  /** `by` makes, wakes or schedules `target`, which is ready from here on. */
  #toOther(
    kind: "made" | "woke" | "scheduled",
    target: string,
    by: TraceActor,
    moment: TraceMoment,
    from: "clock" | "host" = "host",
  ): void {
    let slot = 2 * this.#turns.length;
    if (by !== null && this.#runs(by)) {
      const turn = this.#by(by, moment);
      turn.acts.push({ kind, target: this.#actor(target) });
      slot = 2 * turn.index + 1;
    } else {
      const stretch = this.#stretches.get(target);
      if (stretch) stretch.endedBy = from;
    }
    this.#beginStretch(target, "ready", slot, moment.pass, null);
  }

  #runs(by: Exclude<TraceActor, null>): boolean {
    return "task" in by || this.#shows(by.callback);
  }

  #beginStretch(
    runner: string,
    state: Stretch["state"],
    from: number,
    pass: number,
    wait: TraceWait | null,
  ): void {
    this.#endStretch(runner, from);
    const stretch: Stretch = {
      state,
      from,
      pass,
      to: from,
      wait,
      endedBy: null,
    };
    this.#actor(runner).stretches.push(stretch);
    this.#stretches.set(runner, stretch);
  }

  #endStretch(runner: string, slot: number): void {
    const stretch = this.#stretches.get(runner);
    if (stretch) stretch.to = slot;
    this.#stretches.delete(runner);
  }

  #shows(callback: number): boolean {
    return this.#keepQuiet || this.#telling.has(callback);
  }

  #task(id: number, name: string): void {
    this.#actor(taskRunner(id)).name = name;
  }

  /** All callbacks of one name share one actor; each task is its own. */
  #actor(runner: string): Actor {
    const [kind, number] = runner.split(" ") as [Actor["kind"], string];
    const id = Number(number);
    const label = this.#labels.get(id) ?? "callback";
    const key = kind === "callback" ? `callback ${label}` : runner;
    let actor = this.#actors.get(key);
    if (actor === undefined) {
      const name = {
        task: `Task-${id}`,
        callback: `${label}()`,
        outside: kind,
      };
      actor = { kind, id, name: name[kind], stretches: [], ending: null };
      this.#actors.set(key, actor);
    }
    return actor;
  }
}

const OUTSIDE = "outside 0";

function taskRunner(task: number): string {
  return `task ${task}`;
}

function callbackRunner(callback: number): string {
  return `callback ${callback}`;
}

function runnerOf(by: TraceActor): string | null {
  if (by === null) return null;
  return "task" in by ? taskRunner(by.task) : callbackRunner(by.callback);
}
