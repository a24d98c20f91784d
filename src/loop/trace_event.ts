/**
 * The words the event loop uses to tell what it does.
 *
 * A loop that was given a {@linkcode TraceSink} hands it one event for each
 * thing that happens, in the order it happens. The events are plain data: they
 * can be stored, sent to a worker, written as JSON and compared. Everything
 * that draws a run (the terminal timeline, the SVG, Chrome's trace format)
 * reads this format and nothing else.
 *
 * Three rules make the events easy to read:
 *
 * 1. Every event carries the loop's `time` in milliseconds and the number of
 *    the `pass` it happened in. Passes count from 1; 0 is "before the first".
 * 2. Tasks, callbacks, timers and futures are named by small numbers that are
 *    unique within one loop and never used twice. Tasks are numbered in the order
 *    in which they are made, whatever their names.
 * 3. `by` says who did it: the task or callback that was running, `null` when
 *    it came from outside the loop (the host, or code before the loop started).
 *
 * @module
 */

/** Who caused an event: a running task, a running callback, or the outside. */
export type TraceActor =
  | { readonly task: number }
  | { readonly callback: number }
  | null;

/** What a suspended task waits for. */
export type TraceWait =
  | { readonly kind: "pass" }
  | { readonly kind: "sleep"; readonly timer: number; readonly until: number }
  | { readonly kind: "future"; readonly future: number; readonly label: string }
  | { readonly kind: "task"; readonly task: number; readonly name: string };

/** When an event happened. */
export interface TraceMoment {
  /** The loop's time, in milliseconds. */
  readonly time: number;
  /** The loop pass, counted from 1; 0 before the first. */
  readonly pass: number;
}

/** A loop pass begins; exactly `ready` handles will run in it. */
export interface PassEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "pass";
  /** How many entries of the ready queue this pass runs. */
  readonly ready: number;
}

/** A task was made; its first step is in the ready queue. */
export interface TaskCreatedEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "created";
  /** The new task. */
  readonly task: number;
  /** Its name at this moment. */
  readonly name: string;
  /** Who made it. */
  readonly by: TraceActor;
}

/** A task got the processor: for the first time, or again. */
export interface TaskStepEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "started" | "resumed";
  /** The task that runs from here on. */
  readonly task: number;
  /** Its name at this moment. */
  readonly name: string;
}

/** A task gave the processor back and waits. */
export interface TaskSuspendedEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "suspended";
  /** The task that waits now. */
  readonly task: number;
  /** Its name at this moment. */
  readonly name: string;
  /** What it waits for. */
  readonly on: TraceWait;
}

/** A task ended: with a result, with an error, or cancelled. */
export interface TaskEndedEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "finished" | "failed" | "cancelled";
  /** The task that ended. */
  readonly task: number;
  /** Its name at this moment. */
  readonly name: string;
  /** The result or the error as text; empty for a cancelled task. */
  readonly detail: string;
}

/** Somebody asked a task to cancel. */
export interface CancelRequestedEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "cancel-requested";
  /** The task that is asked to stop. */
  readonly task: number;
  /** Who asked. */
  readonly by: TraceActor;
}

/** A waiting task was put back into the ready queue. */
export interface WakeEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "woken";
  /** The task that will be resumed. */
  readonly task: number;
  /** The completion that wakes it: see {@linkcode CompletedEvent}. */
  readonly event: number;
  /** Who completed what the task waited for. */
  readonly by: TraceActor;
}

/** A callback was put into the ready queue. */
export interface CallbackScheduledEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "scheduled";
  /** The callback. */
  readonly callback: number;
  /** The name of its function, or `callback`. */
  readonly label: string;
  /** The completion it answers, `null` for a plain `callSoon`. */
  readonly event: number | null;
  /** Who scheduled it. */
  readonly by: TraceActor;
}

/** A callback ran to its end, or threw. */
export interface CallbackRanEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "called";
  /** The callback. */
  readonly callback: number;
  /** The name of its function, or `callback`. */
  readonly label: string;
  /** The error it threw, as text; absent when it returned. */
  readonly error?: string;
}

/** A timer was set. */
export interface TimerSetEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "timer-set";
  /** The timer. */
  readonly timer: number;
  /** Its deadline on the loop's clock, in milliseconds. */
  readonly when: number;
  /** What it is for: `sleep`, `timeout` or the callback's name. */
  readonly label: string;
  /** Who set it. */
  readonly by: TraceActor;
}

/** A timer was called off before it fired. */
export interface TimerCancelledEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "timer-cancelled";
  /** The timer. */
  readonly timer: number;
  /** Who called it off. */
  readonly by: TraceActor;
}

/**
 * Something that others can wait for is complete: one of the article's events
 * e₁ … eₙ. The callbacks and wake-ups that answer it name this `event`.
 */
export interface CompletedEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "completed";
  /** The completion's own number. */
  readonly event: number;
  /** What completed. */
  readonly source:
    | { readonly kind: "timer"; readonly timer: number }
    | { readonly kind: "task"; readonly task: number; readonly name: string }
    | {
      readonly kind: "future";
      readonly future: number;
      readonly label: string;
    };
  /** How it ended. */
  readonly outcome: "result" | "error" | "cancelled";
  /** Who completed it; `null` is the clock or the host. */
  readonly by: TraceActor;
}

/** A line that the program printed, as the recorder heard it. */
export interface PrintedEvent extends TraceMoment {
  /** Which event this is. */
  readonly kind: "printed";
  /** The text, without the line break at its end. */
  readonly text: string;
  /** Who printed it. */
  readonly by: TraceActor;
}

/** One thing that happened in a loop. */
export type TraceEvent =
  | PassEvent
  | TaskCreatedEvent
  | TaskStepEvent
  | TaskSuspendedEvent
  | TaskEndedEvent
  | CancelRequestedEvent
  | WakeEvent
  | CallbackScheduledEvent
  | CallbackRanEvent
  | TimerSetEvent
  | TimerCancelledEvent
  | CompletedEvent
  | PrintedEvent;

/** Whoever wants to hear what a loop does. */
export interface TraceSink {
  /**
   * Takes one event. It must not throw and must not call back into the loop.
   *
   * @param event what happened
   */
  record(event: TraceEvent): void;
}
