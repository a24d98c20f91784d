/**
 * The coroutines of a run: the loop of a body that is one, its tasks and what
 * becomes of them, and the tasks of other loops that wait for a lock.
 *
 * @module
 */

import { captureCallGraph } from "../../tasks/call_graph.ts";
import type { Coroutine } from "../../tasks/coroutine.ts";
import { allTasks, type EventLoop } from "../../tasks/event_loop.ts";
import { Runner } from "../../tasks/runner.ts";
import { Task } from "../../tasks/task.ts";
import { currentHost, type FakeHost } from "./current_host.ts";
import type { Leak } from "./leaks.ts";
import { originOf } from "../host/origins.ts";
import { SyncWatch } from "./sync_watch.ts";

/** The origins of so many tasks are kept; more are a load test. */
const MOST_ORIGINS = 10_000;

/** A task that waits, for a message. */
export interface WaitingTask {
  /** Its name. */
  readonly name: string;
  /** What it waits for: `waits for Lock #1, held by Task-2`. */
  readonly waits: string;
  /** The task that could end the wait, by name, `null` when none is known. */
  readonly holder: string | null;
  /** Where it waits, `null` where that is not known. */
  readonly place: string | null;
  /** Where it was made. */
  readonly origin: readonly string[];
}

/** The loop of a body that is a coroutine, and what is known of all tasks. */
export class CoroutineBody {
  readonly #syncs: SyncWatch;
  readonly #origins = new WeakMap<Task<unknown>, Error>();
  #originsLeft = MOST_ORIGINS;
  #loop: EventLoop | null = null;
  #left: Leak[] = [];

  /**
   * @param host the clock of the run: what happens on another is not its own
   */
  constructor(host: FakeHost) {
    this.#syncs = new SyncWatch(() => currentHost() === host, false);
  }

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
      this.#left = this.#ofTheBody().map(({ name, waits, origin }) => ({
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

  /** The tasks that wait: those of the body, and of other loops as known. */
  waiting(): readonly WaitingTask[] {
    const own = this.#ofTheBody();
    const others = this.#syncs.waiting()
      .filter((task) => task.getLoop() !== this.#loop)
      .map((task) => this.#describe(task));
    return [...own, ...others];
  }

  /** Lets go of the loop. */
  close(): void {
    this.#loop = null;
    this.#syncs.close();
  }

  #ofTheBody(): WaitingTask[] {
    if (this.#loop === null || this.#loop.isClosed()) return [];
    const tasks = allTasks(this.#loop);
    const awaited = new Map<unknown, string[]>();
    for (const task of tasks) {
      for (const { future } of captureCallGraph(task)?.awaitedBy ?? []) {
        awaited.set(future, [...awaited.get(future) ?? [], task.getName()]);
      }
    }
    return tasks.map((task) => this.#describe(task, awaited.get(task)));
  }

  /** With the tasks that it waits for together, as in `gather`, by name. */
  #describe(
    task: Task<unknown>,
    together: readonly string[] = [],
  ): WaitingTask {
    const sync = this.#syncs.of(task);
    const target = task._wait?._target();
    const held = sync?.holder ? `, held by ${sync.holder}` : "";
    return {
      name: task.getName(),
      waits: sync !== undefined
        ? `waits for ${sync.what}${held}`
        : together.length > 0 && !(target instanceof Task)
        ? `waits for ${together.join(" and ")}`
        : captureCallGraph(task)?.callStack[0]?.text ?? "is ready",
      holder: sync?.holder ??
        (target instanceof Task ? target.getName() : null),
      place: sync?.origin ?? null,
      origin: originOf(this.#origins.get(task)),
    };
  }
}
