/**
 * Traces written by hand.
 *
 * A script is a list of events in the order a loop would tell them; `at` says
 * when the following ones happen.
 *
 * @module
 */

import type {
  CompletedEvent,
  TraceActor,
  TraceEvent,
  TraceWait,
} from "../../mod.ts";

/** What completes, and how. */
interface Completion {
  readonly source: CompletedEvent["source"];
  readonly outcome?: CompletedEvent["outcome"];
  readonly by?: TraceActor;
}

/** Writes the events of one loop. */
export class Script {
  readonly events: TraceEvent[] = [];
  readonly #names = new Map<number, string>();
  #time = 0;
  #pass = 0;

  /** What follows happens in this pass at this time; `ready` begins the pass. */
  at(time: number, pass: number, ready?: number): this {
    this.#time = time;
    this.#pass = pass;
    return ready === undefined ? this : this.#add({ kind: "pass", ready });
  }

  created(
    task: number,
    name = `Task-${task}`,
    by: TraceActor = null,
  ): this {
    this.#names.set(task, name);
    return this.#add({ kind: "created", task, name, by });
  }

  started(task: number): this {
    return this.#add({ kind: "started", task, name: this.#name(task) });
  }

  resumed(task: number): this {
    return this.#add({ kind: "resumed", task, name: this.#name(task) });
  }

  suspended(task: number, on: TraceWait): this {
    return this.#add({ kind: "suspended", task, name: this.#name(task), on });
  }

  /** A task sleeps, and the timer has the task's number. */
  sleeps(task: number, until: number): this {
    return this.suspended(task, { kind: "sleep", timer: task, until });
  }

  /** A task waits for a future. */
  waits(task: number, label = "future"): this {
    return this.suspended(task, { kind: "future", future: task, label });
  }

  finished(task: number, detail = "undefined"): this {
    const name = this.#name(task);
    return this.#add({ kind: "finished", task, name, detail });
  }

  failed(task: number, detail: string): this {
    const name = this.#name(task);
    return this.#add({ kind: "failed", task, name, detail });
  }

  cancelled(task: number): this {
    const name = this.#name(task);
    return this.#add({ kind: "cancelled", task, name, detail: "" });
  }

  cancelRequested(task: number, by: TraceActor): this {
    return this.#add({ kind: "cancel-requested", task, by });
  }

  completed(
    event: number,
    { source, outcome = "result", by = null }: Completion,
  ): this {
    return this.#add({ kind: "completed", event, source, outcome, by });
  }

  woken(task: number, event: number, by: TraceActor = null): this {
    return this.#add({ kind: "woken", task, event, by });
  }

  /** A sleeping task's timer fires, as completion `event`. */
  timerFires(task: number, event: number): this {
    const source = { kind: "timer", timer: task } as const;
    return this.completed(event, { source }).woken(task, event);
  }

  scheduled(
    callback: number,
    label: string,
    by: TraceActor,
    event: number | null = null,
  ): this {
    return this.#add({ kind: "scheduled", callback, label, event, by });
  }

  timerSet(timer: number, when: number, label: string, by: TraceActor): this {
    return this.#add({ kind: "timer-set", timer, when, label, by });
  }

  called(callback: number, label: string, error?: string): this {
    return this.#add({
      kind: "called",
      callback,
      label,
      ...(error === undefined ? {} : { error }),
    });
  }

  printed(text: string, by: TraceActor): this {
    return this.#add({ kind: "printed", text, by });
  }

  #add(event: TimelessEvent): this {
    const moment = { time: this.#time, pass: this.#pass };
    this.events.push({ ...event, ...moment } as TraceEvent);
    return this;
  }

  #name(task: number): string {
    return this.#names.get(task) ?? `Task-${task}`;
  }
}

/** An event without its moment, which the script knows. */
type TimelessEvent = TraceEvent extends infer Event
  ? Event extends TraceEvent ? Omit<Event, "time" | "pass"> : never
  : never;

/** A task sleeps a second and prints: the first program of every book. */
export function helloScript(): Script {
  return new Script()
    .created(1, "main")
    .at(0, 1, 1).started(1).sleeps(1, 1000)
    .at(1000, 2, 1).timerFires(1, 1)
    .at(1000, 3, 1).resumed(1).printed("Hello, world!", { task: 1 })
    .finished(1);
}

/** A task makes two others and waits for the second; each prints. */
export function workersScript(): Script {
  const main = { task: 1 };
  return new Script()
    .created(1, "main")
    .at(0, 1, 1).started(1).created(2, "a", main).created(3, "b", main)
    .suspended(1, { kind: "task", task: 3, name: "b" })
    .at(0, 2, 2).started(2).sleeps(2, 100).started(3).sleeps(3, 200)
    .at(100, 3, 1).timerFires(2, 1)
    .at(100, 4, 1).resumed(2).printed("a done", { task: 2 }).finished(2)
    .at(200, 5, 1).timerFires(3, 2)
    .at(200, 6, 1).resumed(3).printed("b done", { task: 3 }).finished(3)
    .completed(3, {
      source: { kind: "task", task: 3, name: "b" },
      by: { task: 3 },
    }).woken(1, 3, { task: 3 })
    .at(200, 7, 1).resumed(1).finished(1);
}

/** A task is cancelled while it sleeps, and cleans up for 50 ms. */
export function cancelScript(): Script {
  const main = { task: 1 };
  return new Script()
    .created(1, "main")
    .at(0, 1, 1).started(1).created(2, "patient", main).sleeps(1, 300)
    .at(0, 2, 1).started(2).sleeps(2, 9000)
    .at(300, 3, 1).timerFires(1, 1)
    .at(300, 4, 1).resumed(1).cancelRequested(2, main)
    .completed(2, {
      source: { kind: "timer", timer: 2 },
      outcome: "cancelled",
      by: main,
    }).woken(2, 2, main)
    .suspended(1, { kind: "task", task: 2, name: "patient" })
    .at(300, 5, 1).resumed(2).sleeps(2, 350)
    .at(350, 6, 1).timerFires(2, 3)
    .at(350, 7, 1).resumed(2).cancelled(2).woken(1, 4, { task: 2 })
    .at(350, 8, 1).resumed(1).finished(1);
}

/** A task makes `count` others, which all sleep 100 ms. */
export function crowdScript(count: number): Script {
  const script = new Script().created(1, "main").at(0, 1, 1).started(1);
  const tasks = Array.from({ length: count }, (_, index) => index + 2);
  for (const task of tasks) script.created(task, undefined, { task: 1 });
  script.waits(1, "gather").at(0, 2, count);
  for (const task of tasks) script.started(task).sleeps(task, 100);
  script.at(100, 3, count);
  for (const task of tasks) script.timerFires(task, task);
  script.at(100, 4, count);
  for (const task of tasks) script.resumed(task).finished(task);
  script.woken(1, count + 2, { task: count + 1 });
  return script.at(100, 5, 1).resumed(1).finished(1);
}
