/**
 * A body that is a coroutine: its loop, its tasks, and what becomes of them.
 *
 * @module
 */

import { captureCallGraph } from "../../tasks/call_graph.ts";
import type { Coroutine } from "../../tasks/coroutine.ts";
import { allTasks, type EventLoop } from "../../tasks/event_loop.ts";
import { Runner } from "../../tasks/runner.ts";
import { Task } from "../../tasks/task.ts";
import type { Leak } from "./leaks.ts";
import { originOf } from "../host/origins.ts";

/** The origins of so many tasks are kept; more are a load test. */
const MOST_ORIGINS = 10_000;

/** A task that waits, for a message. */
export interface WaitingTask {
  /** Its name. */
  readonly name: string;
  /** What it waits for: `waits for sleep until 1000 ms`. */
  readonly waits: string;
  /** Where it was made. */
  readonly origin: readonly string[];
}

/** The loop of a body that is a coroutine. */
export class CoroutineBody {
  readonly #origins = new WeakMap<Task<unknown>, Error>();
  #originsLeft = MOST_ORIGINS;
  #loop: EventLoop | null = null;
  #left: Leak[] = [];

  /** Runs the body; tasks that it leaves over are noted, then cancelled. */
  async run<T>(coroutine: Coroutine<T>): Promise<T> {
    const runner = new Runner({ clock: "real" });
    const loop = this.#loop = runner.getLoop();
    loop.setTaskFactory((loop, coroutine, options) => {
      const task = new Task(coroutine, loop, options);
      if (this.#originsLeft-- > 0) this.#origins.set(task, new Error("task"));
      return task;
    });
    try {
      return await runner.run(coroutine);
    } finally {
      this.#left = this.waiting().map(({ name, waits, origin }) => ({
        kind: "task",
        label: `${name}, which ${waits}`,
        origin,
      }));
      await runner.close();
    }
  }

  /** The tasks that were left when the body was done. */
  leaks(): readonly Leak[] {
    return this.#left;
  }

  /** The tasks that are not over. */
  waiting(): readonly WaitingTask[] {
    if (this.#loop === null || this.#loop.isClosed()) return [];
    return allTasks(this.#loop).map((task) => ({
      name: task.getName(),
      waits: captureCallGraph(task)?.callStack[0]?.text ?? "is ready",
      origin: originOf(this.#origins.get(task)),
    }));
  }

  /** Lets go of the loop. */
  close(): void {
    this.#loop = null;
  }
}
