/**
 * Runs of coroutines on our own loop.
 *
 * Here the promise jobs are the passes of a loop that we own, so quiescence is a
 * function call: run passes until the ready queue is empty. No promise is made
 * and the host is never asked.
 *
 * @module
 */

import {
  type Coroutine,
  isCoroutine,
  isPromiseLike,
} from "../../tasks/coroutine.ts";
import type { ExceptionContext } from "../../loop/handle.ts";
import type { Timer } from "../../loop/timer_queue.ts";
import { runReady } from "../../loop/without_host.ts";
import { captureCallGraph } from "../../tasks/call_graph.ts";
import { allTasks } from "../../tasks/event_loop.ts";
import { Future } from "../../tasks/future.ts";
import { stuckTasks } from "../../tasks/stuck.ts";
import { Task } from "../../tasks/task.ts";
import { ExploredLoop } from "./explored_loop.ts";
import type { Leak } from "../virtual/leaks.ts";
import type { WaitEdge } from "./run_outcome.ts";
import { type RunRules, ScheduledRun } from "./run_schedule.ts";
import {
  Arrival,
  Effect,
  LoopTimer,
  Settling,
} from "./coroutine_completions.ts";
import { CoroutineHost } from "./coroutine_host.ts";
import type { VirtualHost } from "../virtual/virtual_host.ts";
import type { SyncWatch } from "../virtual/sync_watch.ts";
import {
  type Call,
  type Completion,
  type IoOptions,
  makeWorld,
  type Scene,
  type World,
} from "./world.ts";

/** A body of coroutines. */
export type CoroutineBody = (world: World) => Coroutine<unknown>;

/** Runs a body of coroutines. */
export class CoroutineRun extends ScheduledRun implements Scene {
  readonly #body: CoroutineBody;
  readonly #world: World;
  #loop: ExploredLoop;
  #main: Future<unknown> | null = null;
  override readonly needsDrain = false;
  override readonly host: VirtualHost;

  constructor(body: CoroutineBody, rules: RunRules) {
    super(rules);
    this.#body = body;
    this.#world = makeWorld(this);
    this.#loop = new ExploredLoop(this);
    this.host = new CoroutineHost(this);
  }

  protected override start(): void {
    if (!this.#loop.restart()) this.#loop = new ExploredLoop(this);
    this.#main = this.#loop.createTask(this.#body(this.#world));
  }

  protected override settle(): void {
    const loop = this.#loop;
    runReady(loop);
    const main = this.#main!;
    if (!main.done()) return;
    const error = main.cancelled() ? main._error() : main.exception();
    if (error === undefined) this.bodyReturned(main.result());
    else this.bodyThrew(error);
    loop.reportLost();
  }

  bare(label: string, options: IoOptions): Completion<void> {
    const future = new Settling(this, this.#loop, label, options);
    this.add(future);
    return future as Future<unknown> as unknown as Completion<void>;
  }

  call(call: Call): unknown {
    const effect = new Effect(this, this.#loop, call);
    this.add(effect);
    return effect.result;
  }

  arrival(_result: PromiseLike<unknown>, call: Call): never {
    throw this.#noPromises(call);
  }

  /** A timer was set on the loop. */
  timerSet(timer: Timer): void {
    this.add(new LoopTimer(this, this.#loop, timer));
  }

  /** A timer was called off. */
  timerCancelled(timer: Timer): void {
    const entry = this.pending.find((each) =>
      each instanceof LoopTimer && each.timer === timer
    );
    if (entry !== undefined) this.remove(entry);
  }

  /** An error that nobody has looked at. */
  lost({ exception, message }: ExceptionContext): void {
    this.fail("rejection", exception ?? new Error(message));
  }

  protected override describeDeadlock(): string {
    return this.#loop._hostOperations > 0
      ? "Body waits for a promise, which no schedule delivers; let what makes it go through io()"
      : stuckTasks(allTasks(this.#loop));
  }

  protected override leftTasks(): readonly Leak[] {
    return this.waits().map(({ waiter, target }) => ({
      kind: "task",
      label: `${waiter}, which waits for ${target}`,
      origin: [],
    }));
  }

  /** Knows which locks are waited for, in a run that is looked at closely. */
  watch: SyncWatch | null = null;

  override waits(): WaitEdge[] {
    const tasks = allTasks(this.#loop).filter((task) => !task.done());
    return tasks.map((task) => {
      const wait = this.watch?.of(task);
      const target = task._wait?._target();
      return {
        waiter: task.getName(),
        target: wait?.isLost
          ? `${wait.what}, held by ${wait.holder}, which is done`
          : wait?.what ?? awaited(task, target, tasks),
        holder: wait?.isLost ? null : wait?.holder ??
          (target instanceof Task ? target.getName() : null),
        origin: wait?.origin ?? null,
      };
    });
  }

  #noPromises({ label }: Call): Error {
    return this.refuse(
      new TypeError(
        `${label}() gives a promise, which no coroutine can wait for in an exploration; make it a function*, or explore an async function`,
      ),
    );
  }

  /** Runs a wrapped function, whose effect is now. */
  takeEffect(effect: Effect): void {
    const { call, result } = effect;
    if (result.done()) return; // cancelled meanwhile
    const arrives = (error: unknown, value: unknown) => {
      if (!result.done()) this.add(new Arrival(this, effect, error, value));
    };
    let value: unknown;
    try {
      value = call.target.apply(call.self, call.args as unknown[]);
    } catch (error) {
      return arrives(error, undefined);
    }
    if (isCoroutine(value)) value = this.#loop.createTask(value);
    if (value instanceof Future) {
      value._addDoneCallbackFor(
        result,
        (future) =>
          arrives(
            future._error(),
            future._error() ? undefined : future.result(),
          ),
      );
    } else if (isPromiseLike(value)) arrives(this.#noPromises(call), undefined);
    else arrives(undefined, value);
  }
}

/** What a task waits for, by name: what it is, or whose end it waits for. */
function awaited(
  task: Task<unknown>,
  target: unknown,
  tasks: readonly Task<unknown>[],
): string {
  if (target instanceof Task) return target.getName();
  const others = tasks.filter((each) =>
    captureCallGraph(each)?.awaitedBy.some(({ future }) => future === task)
  );
  if (others.length > 0) {
    return others.map((each) => each.getName()).join(" and ");
  }
  return target instanceof Future ? target._label() : "nothing";
}
