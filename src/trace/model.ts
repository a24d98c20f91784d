/**
 * The sets that articles on asynchronous programming write down, counted in a
 * real run.
 *
 * E = {e₁ … eₙ} are the completions that others can wait for: a timer that
 * fires, a task that ends, a future that is settled. T = {t₁ … tₘ} are the
 * tasks. C = {c₁ … cₖ} are the entries that a completion, or a plain `callSoon`,
 * put into the ready queue: the wake-up of a waiting task, or a callback. And f
 * says which of them answer a completion.
 *
 * So f takes an event and gives a *set* of callbacks: nobody may wait for a
 * task that ends, and ten tasks may wait for one future. That E and C are of
 * the same size, as often written, is not so.
 *
 * The first step of a task is in the ready queue, too, but no completion and no
 * `callSoon` put it there: it belongs to its task and is not in C.
 *
 * @module
 */

import type { TraceEvent } from "../loop/trace_event.ts";

/** A completion: one element of E. */
export interface ModelEvent {
  /** Its name in the sets: `e1`, `e2`, … */
  readonly name: string;
  /** The number by which the trace knows it. */
  readonly event: number;
  /** The loop's time in milliseconds. */
  readonly time: number;
  /** What completed. */
  readonly source: Extract<TraceEvent, { kind: "completed" }>["source"];
  /** How. */
  readonly outcome: "result" | "error" | "cancelled";
}

/** A task: one element of T. */
export interface ModelTask {
  /** Its name in the sets: `t1`, `t2`, … */
  readonly name: string;
  /** The task's number. */
  readonly task: number;
  /** What the program calls it. */
  readonly label: string;
}

/** An entry of the ready queue: one element of C. */
export interface ModelCallback {
  /** Its name in the sets: `c1`, `c2`, … */
  readonly name: string;
  /** The wake-up of a task, or a function that is called. */
  readonly kind: "wake-up" | "callback";
  /** The task that is woken, or the function's name. */
  readonly label: string;
  /** The completion it answers; `null` for a plain `callSoon`. */
  readonly event: ModelEvent | null;
}

/** A run as sets: see {@linkcode model}. */
export interface Model {
  /** E, in the order in which the completions came. */
  readonly events: readonly ModelEvent[];
  /** T, in the order in which the tasks were made. */
  readonly tasks: readonly ModelTask[];
  /** C, in the order in which they joined the ready queue. */
  readonly callbacks: readonly ModelCallback[];
  /** The callbacks that answer an event; none for one nobody waited for. */
  f(event: ModelEvent): readonly ModelCallback[];
  /** The sets and f, written out. */
  toString(): string;
}

/**
 * Counts a run's events, tasks and callbacks, and says which event called
 * which callbacks.
 *
 * @param trace a recorded trace
 * @returns the sets E, T and C, and the function f
 *
 * @example
 * ```ts
 * import { model, runSync, sleep, Trace } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   yield* sleep(1000);
 * }
 *
 * const trace = new Trace();
 * runSync(main, { trace });
 * const { events, tasks, f } = model(trace);
 * assertEquals(tasks.length, 1);
 * assertEquals(events.map((event) => f(event).length), [1, 1]);
 * ```
 */
export function model(trace: { readonly events: Iterable<TraceEvent> }): Model {
  const events: ModelEvent[] = [];
  const tasks: ModelTask[] = [];
  const callbacks: ModelCallback[] = [];
  const eventOf = new Map<number, ModelEvent>();
  const labels = new Map<number, string>();
  const answers = new Map<ModelEvent, ModelCallback[]>();

  const addCallback = (
    kind: ModelCallback["kind"],
    label: string,
    number: number | null,
  ): void => {
    const event = number === null ? null : eventOf.get(number) ?? null;
    const name = `c${callbacks.length + 1}`;
    const callback: ModelCallback = { name, kind, label, event };
    callbacks.push(callback);
    if (event !== null) answers.get(event)?.push(callback);
  };

  for (const event of trace.events) {
    switch (event.kind) {
      case "created": {
        const name = `t${tasks.length + 1}`;
        tasks.push({ name, task: event.task, label: event.name });
        labels.set(event.task, event.name);
        break;
      }
      case "completed": {
        const { event: number, time, source, outcome } = event;
        const name = `e${events.length + 1}`;
        const completion = { name, event: number, time, source, outcome };
        events.push(completion);
        eventOf.set(number, completion);
        answers.set(completion, []);
        break;
      }
      case "woken": {
        const label = labels.get(event.task) ?? `Task-${event.task}`;
        addCallback("wake-up", label, event.event);
        break;
      }
      case "scheduled":
        addCallback("callback", event.label, event.event);
        break;
    }
  }
  const f = (event: ModelEvent): readonly ModelCallback[] =>
    answers.get(event) ?? [];
  const sets = { events, tasks, callbacks, f };
  return { ...sets, toString: () => writeSets(sets) };
}

function writeSets(
  { events, tasks, callbacks, f }: Omit<Model, "toString">,
): string {
  return [
    writeSet("E", events.map((event) => `${event.name} (${reasonOf(event)})`)),
    writeSet("T", tasks.map(({ name, label }) => `${name} (${label})`)),
    writeSet(
      "C",
      callbacks.map(({ name, kind, label }) =>
        `${name} (${kind === "wake-up" ? `wake ${label}` : `call ${label}`})`
      ),
    ),
    ...events.map((event) =>
      writeSet(`f(${event.name})`, f(event).map(({ name }) => name))
    ),
  ].join("\n");
}

/** Long sets go on in further lines, under their first element. */
const LINE = 78;

function writeSet(name: string, elements: readonly string[]): string {
  const begin = `${name} = {`;
  let text = begin, end = begin.length;
  elements.forEach((element, index) => {
    const piece = element + (index < elements.length - 1 ? "," : "}");
    if (index > 0 && end + 1 + piece.length > LINE) {
      text += `\n${" ".repeat(begin.length)}${piece}`;
      end = begin.length + piece.length;
    } else {
      text += index > 0 ? ` ${piece}` : piece;
      end += piece.length + 1;
    }
  });
  return elements.length > 0 ? text : `${name} = ∅`;
}

const VERBS = {
  task: { result: "finishes", error: "fails", cancelled: "is cancelled" },
  future: {
    result: "has a result",
    error: "has an error",
    cancelled: "is cancelled",
  },
  timer: { result: "fires", error: "fails", cancelled: "is cancelled" },
};

function reasonOf({ source, outcome, time }: ModelEvent): string {
  const verb = VERBS[source.kind][outcome];
  switch (source.kind) {
    case "timer":
      return `timer ${verb} at ${Number(time.toFixed(3))} ms`;
    case "task":
      return `${source.name} ${verb}`;
    case "future":
      return `${source.label} ${verb}`;
  }
}
