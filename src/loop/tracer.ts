/**
 * The voice of a loop that is being watched.
 *
 * A loop without a sink has no tracer, and every place that could tell
 * something asks for it with one comparison; the busiest place of all, the
 * task switch, is not even asked: a watched loop runs its passes through a
 * second method. That is why tracing costs nothing while it is off.
 *
 * The tracer turns objects into numbers, so that the events are plain data, and
 * remembers which completion woke whom.
 *
 * @module
 */

import { type Runnable, runningStep } from "./context.ts";
import type { Timer } from "./timer_queue.ts";
import type {
  TraceActor,
  TraceEvent,
  TraceSink,
  TraceWait,
} from "./trace_event.ts";

/** Where the tracer reads the time. */
interface Moment {
  time(): number;
  readonly _pass: number;
}

/** A task, as far as a trace is concerned. */
export interface TracedTask extends Runnable {
  /** The task's name. */
  getName(): string;
}

/** What completed: a timer, a task or a future. */
export type Completion = Extract<TraceEvent, { kind: "completed" }>["source"];

/** Tells a sink what its loop does. */
export class Tracer {
  readonly #sink: TraceSink;
  readonly #loop: Moment;
  readonly #numbers: WeakMap<object, number> = new WeakMap();
  readonly #taskNumbers: WeakMap<object, number> = new WeakMap();
  readonly #completions: WeakMap<object, number> = new WeakMap();
  #lastNumber = 0;
  #lastTask = 0;
  #lastCompletion = 0;

  constructor(sink: TraceSink, loop: Moment) {
    this.#sink = sink;
    this.#loop = loop;
  }

  /** The number of a callback, a timer or a future. */
  numberOf(thing: object): number {
    let number = this.#numbers.get(thing);
    if (number === undefined) {
      number = ++this.#lastNumber;
      this.#numbers.set(thing, number);
    }
    return number;
  }

  /** The number of a task: they are numbered in the order they are made. */
  taskNumberOf(task: object): number {
    return this.#taskNumbers.get(task)!;
  }

  passBegins(ready: number): void {
    this.#sink.record({ kind: "pass", ...this.#moment(), ready });
  }

  taskCreated(task: TracedTask): void {
    this.#taskNumbers.set(task, ++this.#lastTask);
    this.#sink.record({
      kind: "created",
      ...this.#moment(),
      task: this.taskNumberOf(task),
      name: task.getName(),
      by: this.#actor(),
    });
  }

  taskSteps(task: TracedTask, kind: "started" | "resumed"): void {
    this.#sink.record({
      kind,
      ...this.#moment(),
      task: this.taskNumberOf(task),
      name: task.getName(),
    });
  }

  taskSuspends(task: TracedTask, on: TraceWait): void {
    this.#sink.record({
      kind: "suspended",
      ...this.#moment(),
      task: this.taskNumberOf(task),
      name: task.getName(),
      on,
    });
  }

  taskEnds(
    task: TracedTask,
    kind: "finished" | "failed" | "cancelled",
    detail: string,
  ): void {
    this.#sink.record({
      kind,
      ...this.#moment(),
      task: this.taskNumberOf(task),
      name: task.getName(),
      detail,
    });
  }

  cancelRequested(task: TracedTask): void {
    this.#sink.record({
      kind: "cancel-requested",
      ...this.#moment(),
      task: this.taskNumberOf(task),
      by: this.#actor(),
    });
  }

  /** Tells of a completion and remembers it as the last one of its subject. */
  completed(
    subject: object,
    source: Completion,
    outcome: "result" | "error" | "cancelled",
  ): void {
    const event = ++this.#lastCompletion;
    this.#completions.set(subject, event);
    this.#sink.record({
      kind: "completed",
      ...this.#moment(),
      event,
      source,
      outcome,
      // A timer that fires is the clock's doing, whoever runs at the moment.
      by: source.kind === "timer" && outcome === "result"
        ? null
        : this.#actor(),
    });
  }

  /** Tells that a task was woken by the completion of `subject`. */
  taskWoken(task: TracedTask, subject: object): void {
    this.#sink.record({
      kind: "woken",
      ...this.#moment(),
      task: this.taskNumberOf(task),
      event: this.#completions.get(subject) ?? 0,
      by: this.#actor(),
    });
  }

  /** Tells of a callback, scheduled by the completion of `subject` if any. */
  callbackScheduled(
    callback: object,
    label: string,
    subject: object | null,
  ): void {
    this.#sink.record({
      kind: "scheduled",
      ...this.#moment(),
      callback: this.numberOf(callback),
      label,
      event: subject === null ? null : this.#completions.get(subject) ?? null,
      by: this.#actor(),
    });
  }

  callbackRan(callback: object, label: string, error: string | null): void {
    this.#sink.record({
      kind: "called",
      ...this.#moment(),
      callback: this.numberOf(callback),
      label,
      ...(error === null ? {} : { error }),
    });
  }

  timerSet(timer: object, when: number, label: string): void {
    this.#sink.record({
      kind: "timer-set",
      ...this.#moment(),
      timer: this.numberOf(timer),
      when,
      label,
      by: this.#actor(),
    });
  }

  timerFired(timer: Timer): void {
    const source = { kind: "timer", timer: this.numberOf(timer) } as const;
    this.completed(timer, source, "result");
    const label = timer._callbackLabel();
    if (label !== null) this.callbackScheduled(timer, label, timer);
  }

  timerCancelled(timer: object): void {
    this.#sink.record({
      kind: "timer-cancelled",
      ...this.#moment(),
      timer: this.numberOf(timer),
      by: this.#actor(),
    });
  }

  #moment(): { time: number; pass: number } {
    return { time: this.#loop.time(), pass: this.#loop._pass };
  }

  #actor(): TraceActor {
    return runningStep()?._actor() ?? null;
  }
}
