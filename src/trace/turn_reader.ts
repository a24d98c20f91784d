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
import { Cast, OUTSIDE, type Runner, runnerOf } from "./cast.ts";
import { callbacksToShow } from "./telling_callbacks.ts";
import type {
  Act,
  Ending,
  OutsideCancel,
  Reading,
  Stretch,
  Turn,
  Wait,
} from "./turns.ts";

/**
 * Reads events as turns.
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
  readonly #cast = new Cast();
  readonly #outsideCancels: OutsideCancel[] = [];
  /** The latest turn of each runner. */
  readonly #latest = new Map<Runner, Turn>();
  /** Runners that are inside a turn: more than one when started eagerly. */
  readonly #running = new Set<Runner>();
  /** The stretch each runner is in. */
  readonly #stretches = new Map<Runner, Stretch>();
  /** Completions that were timers. */
  readonly #timerEvents = new Set<number>();
  readonly #shown: ReadonlySet<number>;
  readonly #start: number;
  readonly #end: number;

  constructor(events: readonly TraceEvent[]) {
    this.#shown = callbacksToShow(events);
    this.#start = events.at(0)?.time ?? 0;
    this.#end = events.at(-1)?.time ?? 0;
  }

  read(event: TraceEvent): void {
    if ("name" in event) this.#cast.nameTask(event.task, event.name);
    switch (event.kind) {
      case "created":
        this.#readies("made", `task ${event.task}`, event);
        break;
      case "started":
      case "resumed":
        this.#begin(`task ${event.task}`, event, event.kind === "started");
        break;
      case "suspended":
        this.#suspend(`task ${event.task}`, event.on, event);
        break;
      case "finished":
      case "failed":
      case "cancelled":
        this.#endTask(`task ${event.task}`, event.kind, event.detail, event);
        break;
      case "completed":
        if (event.source.kind === "timer") this.#timerEvents.add(event.event);
        break;
      case "woken":
        this.#readies("woke", `task ${event.task}`, event);
        break;
      case "cancel-requested":
        this.#cancel(`task ${event.task}`, event.by, event);
        break;
      case "timer-set":
        // A timer that calls a callback has the callback's number.
        if (!this.#shown.has(event.timer)) break;
        this.#cast.nameCallback(event.timer, event.label);
        this.#setTimer(`callback ${event.timer}`, event.by, event);
        break;
      case "scheduled":
        if (!this.#shown.has(event.callback)) break;
        this.#cast.nameCallback(event.callback, event.label);
        this.#readies("scheduled", `callback ${event.callback}`, event);
        break;
      case "called":
        if (!this.#shown.has(event.callback)) break;
        this.#cast.nameCallback(event.callback, event.label);
        this.#endCallback(`callback ${event.callback}`, event.error, event);
        break;
      case "printed":
        this.#print(event.text, event.by, event);
        break;
    }
  }

  finish(): Reading {
    for (const stretch of this.#stretches.values()) {
      stretch.to = 2 * this.#turns.length;
    }
    return {
      turns: this.#turns,
      actors: this.#cast.inOrder(),
      outsideCancels: this.#outsideCancels,
      start: this.#start,
      end: this.#end,
    };
  }

  /** Begins a turn of `runner`, which leaves the stretch it was in. */
  #begin(runner: Runner, moment: TraceMoment, starts = false): Turn {
    const index = this.#turns.length;
    const turn: Turn = {
      index,
      actor: this.#cast.actorOf(runner),
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
      this.#beginStretch(runner, "held", 2 * latest.index + 1, moment.pass);
    }
    this.#endStretch(runner, 2 * index);
    this.#turns.push(turn);
    this.#latest.set(runner, turn);
    this.#running.add(runner);
    return turn;
  }

  /** The turn to which something done by `runner` belongs. */
  #turnOf(runner: Runner, moment: TraceMoment): Turn {
    const latest = this.#latest.get(runner);
    const goesOn = latest !== undefined && (
      latest === this.#turns.at(-1) ||
      (!this.#running.has(runner) && latest.pass === moment.pass)
    );
    const turn = goesOn ? latest : this.#begin(runner, moment);
    turn.until = Math.max(turn.until, moment.time);
    return turn;
  }

  #suspend(runner: Runner, on: TraceWait, moment: TraceMoment): void {
    const turn = this.#turnOf(runner, moment);
    turn.wait = on;
    this.#running.delete(runner);
    const slot = 2 * turn.index + 1;
    if (on.kind === "pass") {
      this.#beginStretch(runner, "ready", slot, moment.pass);
    } else {
      this.#beginStretch(runner, "waiting", slot, moment.pass, on);
    }
  }

  #endTask(
    runner: Runner,
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
    runner: Runner,
    error: string | undefined,
    moment: TraceMoment,
  ): void {
    const turn = this.#turnOf(runner, moment);
    if (error !== undefined) {
      turn.ending = { turn: turn.index, kind: "failed", detail: error };
    }
    this.#running.delete(runner);
  }

  #print(text: string, by: TraceActor, moment: TraceMoment): void {
    const runner = runnerOf(by);
    this.#turnOf(runner, moment).acts.push({ kind: "printed", text });
    // The outside is never in a turn for longer than one event.
    if (runner === OUTSIDE) this.#running.delete(OUTSIDE);
  }

  #cancel(target: Runner, by: TraceActor, moment: TraceMoment): void {
    const slot = this.#act("cancelled", target, by, moment);
    if (by !== null) return;
    this.#outsideCancels.push({ slot, target: this.#cast.actorOf(target) });
  }

  #setTimer(target: Runner, by: TraceActor, moment: TraceMoment): void {
    const slot = this.#act("timed", target, by, moment);
    const wait = { kind: "timer" } as const;
    this.#beginStretch(target, "waiting", slot, moment.pass, wait);
  }

  /** Somebody is made, woken or scheduled, and so ready from here on. */
  #readies(
    kind: "made" | "woke" | "scheduled",
    target: Runner,
    event: TraceMoment & { by: TraceActor; event?: number | null },
  ): void {
    const slot = this.#act(kind, target, event.by, event);
    const waiting = this.#stretches.get(target);
    if (event.by === null && waiting !== undefined) {
      const timer = this.#timerEvents.has(event.event ?? 0);
      waiting.endedBy = timer ? "clock" : "host";
    }
    this.#beginStretch(target, "ready", slot, event.pass);
  }

  /** Notes what somebody did to `target`, and gives the slot of it. */
  #act(
    kind: Exclude<Act["kind"], "printed">,
    target: Runner,
    by: TraceActor,
    moment: TraceMoment,
  ): number {
    if (by === null) return 2 * this.#turns.length;
    const turn = this.#turnOf(runnerOf(by), moment);
    turn.acts.push({ kind, target: this.#cast.actorOf(target) });
    return 2 * turn.index + 1;
  }

  #beginStretch(
    runner: Runner,
    state: Stretch["state"],
    from: number,
    pass: number,
    wait: Wait | null = null,
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
    this.#cast.actorOf(runner).stretches.push(stretch);
    this.#stretches.set(runner, stretch);
  }

  #endStretch(runner: Runner, slot: number): void {
    const stretch = this.#stretches.get(runner);
    if (stretch) stretch.to = slot;
    this.#stretches.delete(runner);
  }
}
