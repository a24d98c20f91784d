/**
 * The voice of a loop that is being watched.
 *
 * A loop without a sink has no tracer, and every place that could tell
 * something asks for it with one comparison; the busiest place of all, the
 * task switch, is not even asked: a watched loop has its steps run by the tracer.
 * That is why tracing costs nothing while it is off.
 *
 * Those places say what happened and to whom, and nothing more. How a trace speaks
 * of a task, a callback, a timer or a future is known here alone: the tracer turns
 * objects into numbers, so that the events are plain data, and remembers which
 * completion woke whom.
 *
 * @module
 */

import { type Runnable, runningStep } from "./context.ts";
import type { Timer } from "./timer_queue.ts";
import type {
  CompletedEvent,
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
  /** Whether it is over. */
  done(): boolean;
  /**
   * What it waits for.
   * @internal
   */
  readonly _wait: { _target(): object | null } | null;
}

/** A future, as far as a trace is concerned; a task is one, too. */
export interface TracedFuture {
  /**
   * What messages call it.
   * @internal
   */
  _label(): string;
}

/** The events of a kind, less what all events have. */
type Rest<K> = Omit<Extract<TraceEvent, { kind: K }>, "kind" | "time" | "pass">;

/** Tells a sink what its loop does. */
export class Tracer {
  readonly #sink: TraceSink;
  readonly #loop: Moment;
  readonly #numbers: WeakMap<object, number> = new WeakMap();
  readonly #tasks: WeakMap<object, number> = new WeakMap();
  readonly #begun: WeakSet<object> = new WeakSet();
  readonly #completions: WeakMap<object, number> = new WeakMap();
  #lastNumber = 0;
  #lastTask = 0;
  #lastCompletion = 0;
  #failure: string | null = null;

  constructor(sink: TraceSink, loop: Moment) {
    this.#sink = sink;
    this.#loop = loop;
  }

  passBegins(ready: number): void {
    this.#tell("pass", { ready });
  }

  /** Runs a step, and tells of it. */
  runStep(step: Runnable): void {
    if (step._silent) step._run();
    else if (this.#tasks.has(step)) this.#runTask(step as TracedTask);
    else if (!step.cancelled?.()) this.#runCallback(step);
  }

  #runTask(task: TracedTask): void {
    this.#tell(this.#begun.has(task) ? "resumed" : "started", this.#task(task));
    this.#begun.add(task);
    task._run();
    if (task.done()) return;
    const on = this.#waitFor(task._wait?._target() ?? null);
    this.#tell("suspended", { ...this.#task(task), on });
  }

  #runCallback(step: Runnable): void {
    const label = step._label();
    step._run();
    const error = this.#failure;
    this.#failure = null;
    this.#tell("called", {
      callback: this.#numberOf(step),
      label,
      ...(error === null ? {} : { error }),
    });
  }

  /** The callback that runs has thrown. */
  callbackThrew(error: unknown): void {
    this.#failure = String(error);
  }

  taskCreated(task: TracedTask): void {
    this.#tasks.set(task, ++this.#lastTask);
    this.#tell("created", { ...this.#task(task), by: this.actor() });
  }

  taskEnds(
    task: TracedTask,
    kind: "finished" | "failed" | "cancelled",
    detail: string,
  ): void {
    this.#tell(kind, { ...this.#task(task), detail });
  }

  cancelRequested(task: TracedTask): void {
    const { task: number } = this.#task(task);
    this.#tell("cancel-requested", { task: number, by: this.actor() });
  }

  /** Tells that a task was woken by the completion of `subject`. */
  taskWoken(task: TracedTask, subject: object): void {
    const { task: number } = this.#task(task);
    const event = this.#completions.get(subject) ?? 0;
    this.#tell("woken", { task: number, event, by: this.actor() });
  }

  /** Tells of a callback, scheduled by the completion of `subject` if any. */
  callbackScheduled(
    callback: object,
    label: string,
    subject: object | null,
  ): void {
    this.#tell("scheduled", {
      callback: this.#numberOf(callback),
      label,
      event: subject === null ? null : this.#completions.get(subject) ?? null,
      by: this.actor(),
    });
  }

  /** Tells that a future was settled. */
  settled(future: TracedFuture, outcome: CompletedEvent["outcome"]): void {
    this.#completed(future, this.#future(future), outcome, this.actor());
  }

  timerSet(timer: Timer, label: string): void {
    const when = timer._when;
    this.#tell("timer-set", {
      ...this.#timer(timer),
      when,
      label,
      by: this.actor(),
    });
  }

  /** A timer that fires is the clock's doing, whoever runs at the moment. */
  timerFired(timer: Timer): void {
    const source = { kind: "timer", ...this.#timer(timer) } as const;
    this.#completed(timer, source, "result", null);
    if (!timer._silent) this.callbackScheduled(timer, timer._label(), timer);
  }

  timerCancelled(timer: Timer): void {
    this.#tell("timer-cancelled", { ...this.#timer(timer), by: this.actor() });
  }

  /** Tells that a sleep ends early. */
  sleepCancelled(timer: Timer): void {
    const source = { kind: "timer", ...this.#timer(timer) } as const;
    this.#completed(timer, source, "cancelled", this.actor());
  }

  /** Who does what happens now. */
  actor(): TraceActor {
    const step = runningStep();
    if (step === null || step._silent) return null;
    const task = this.#tasks.get(step);
    return task === undefined ? { callback: this.#numberOf(step) } : { task };
  }

  /** Tells of a completion and remembers it as the last one of its subject. */
  #completed(
    subject: object,
    source: CompletedEvent["source"],
    outcome: CompletedEvent["outcome"],
    by: TraceActor,
  ): void {
    const event = ++this.#lastCompletion;
    this.#completions.set(subject, event);
    this.#tell("completed", { event, source, outcome, by });
  }

  #waitFor(target: object | null): TraceWait {
    if (target === null) return { kind: "pass" };
    const { _silent, _when } = target as Timer;
    return _silent
      ? { kind: "sleep", ...this.#timer(target), until: _when }
      : this.#future(target as TracedFuture);
  }

  #future(future: TracedFuture) {
    return this.#tasks.has(future)
      ? { kind: "task", ...this.#task(future as TracedTask) } as const
      : {
        kind: "future",
        future: this.#numberOf(future),
        label: future._label(),
      } as const;
  }

  /** Tasks are numbered in the order in which they are made. */
  #task(task: TracedTask): { task: number; name: string } {
    return { task: this.#tasks.get(task)!, name: task.getName() };
  }

  #timer(timer: object): { timer: number } {
    return { timer: this.#numberOf(timer) };
  }

  /** The number of a callback, a timer or a future. */
  #numberOf(thing: object): number {
    let number = this.#numbers.get(thing);
    if (number === undefined) {
      number = ++this.#lastNumber;
      this.#numbers.set(thing, number);
    }
    return number;
  }

  #tell<K extends TraceEvent["kind"]>(kind: K, rest: Rest<K>): void {
    const moment = { time: this.#loop.time(), pass: this.#loop._pass };
    this.#sink.record({ kind, ...moment, ...rest } as unknown as TraceEvent);
  }
}
