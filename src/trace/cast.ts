import type { TraceActor } from "../loop/trace_event.ts";
import type { Actor } from "./turns.ts";

/**
 * A runner is one task or one callback, by kind and number, or the outside:
 * `task 3`, `callback 7`. All callbacks of one name share an actor, but each is
 * a runner of its own.
 */
export type Runner = `${Actor["kind"]} ${number}`;

/** The code outside the loop, which is one. */
export const OUTSIDE: Runner = "outside 0";

/**
 * Names the runner that did something.
 *
 * @param by who the trace says it was
 * @returns the runner; the outside for `null`
 */
export function runnerOf(by: TraceActor): Runner {
  if (by === null) return OUTSIDE;
  return "task" in by ? `task ${by.task}` : `callback ${by.callback}`;
}

/** Everybody who occurs in a trace. */
export class Cast {
  readonly #actors = new Map<string, Actor>();
  readonly #labels = new Map<number, string>();

  /**
   * Learns the name of a task.
   *
   * @param task the task's number
   * @param name its name at this moment
   */
  nameTask(task: number, name: string): void {
    this.actorOf(`task ${task}`).name = name;
  }

  /**
   * Learns the name of a callback, before it is asked for.
   *
   * @param callback the callback's number
   * @param label the name of its function
   */
  nameCallback(callback: number, label: string): void {
    this.#labels.set(callback, label);
  }

  /**
   * Finds or makes the actor that a runner belongs to.
   *
   * @param runner the runner
   * @returns its actor
   */
  actorOf(runner: Runner): Actor {
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

  /**
   * Lists everybody.
   *
   * @returns tasks by number, then callbacks by first call, then the outside
   */
  inOrder(): Actor[] {
    const rank = { task: 0, callback: 1, outside: 2 };
    return [...this.#actors.values()].sort((a, b) =>
      rank[a.kind] - rank[b.kind] || a.id - b.id
    );
  }
}
