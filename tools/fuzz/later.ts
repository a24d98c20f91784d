/**
 * The statements that wait, or may.
 *
 * @module
 */
import type { Awaitable, Coroutine } from "../../mod.ts";
import type { Frame, Interpreter, Returned } from "./interpret.ts";
import type {
  Block,
  Catch,
  Expression,
  LaterStatement,
  Statement,
} from "./program.ts";

/**
 * Runs a statement that waits.
 *
 * @param interpreter whose statement it is
 * @param statement the statement
 * @param frame what is around it
 * @returns a coroutine of what the body returns, if it returns here
 */
export function runLater(
  interpreter: Interpreter,
  statement: Statement,
  frame: Frame,
): Coroutine<Returned> {
  const action = ACTIONS[statement[0] as LaterStatement[0]] as Action<never>;
  return action(interpreter, statement as never, frame);
}

/** The names of these statements. */
export function laterNames(): string[] {
  return Object.keys(ACTIONS);
}

type Action<S> = (
  interpreter: Interpreter,
  statement: S,
  frame: Frame,
) => Coroutine<Returned>;

type Named<N> = Extract<LaterStatement, readonly [N, ...unknown[]]>;

const ACTIONS: { readonly [N in LaterStatement[0]]: Action<Named<N>> } = {
  *sleep({ world }, [, delay]) {
    yield* world.library.sleep(delay);
    return undefined;
  },
  *return(_, [, result]) {
    return [result];
  },
  *repeat(interpreter, [, times, block], frame) {
    for (let i = 0; i < times; i++) {
      const returned = yield* interpreter.block(block, frame);
      if (returned !== undefined) return returned;
    }
    return undefined;
  },
  *try(interpreter, [, block, caught, handler, cleanup], frame) {
    try {
      try {
        return yield* interpreter.block(block, frame);
      } catch (error) {
        const isCancelled = interpreter.world.library.isCancelled(error);
        if (isCancelled && cleanup !== null) {
          interpreter.journal?.cancelsInFinally();
        }
        if (!catches(caught, isCancelled)) throw error;
        interpreter.log("caught", error);
        return yield* interpreter.block(handler, frame);
      }
    } finally {
      if (cleanup !== null) yield* interpreter.block(cleanup, frame);
    }
  },

  *await(interpreter, statement) {
    return yield* waitFor(
      interpreter,
      statement,
      statement[1],
      function* (made) {
        interpreter.log("got", yield* made as Coroutine<unknown>);
      },
    );
  },
  *waitFor(interpreter, statement) {
    return yield* waitFor(
      interpreter,
      statement,
      statement[1],
      function* (made) {
        const { library } = interpreter.world;
        const result = yield* library.waitFor(made, statement[2]);
        interpreter.log("in time", result);
      },
    );
  },
  *wait({ world, log }, [, slots, timeout, returnWhen]) {
    const futures = slots.map((slot) => world.slots[slot])
      .filter((future) => future !== undefined);
    const { done, pending } = yield* world.library.wait(futures, {
      timeout,
      returnWhen,
    });
    log("waited", done.size, pending.size);
    return undefined;
  },
  *asCompleted({ world, log }, [, items, timeout]) {
    const { library } = world;
    const awaitables = world.makeAll(items);
    for (const each of library.asCompleted(awaitables, { timeout })) {
      try {
        log("next", yield* each);
      } catch (error) {
        if (library.isCancelled(error)) throw error;
        log("next", error);
      }
    }
    return undefined;
  },

  timeout: (interpreter, [, delay, block], frame) =>
    interpreter.world.library.timeout(
      delay,
      (limit) => interpreter.block(block, { ...frame, limit }),
    ),
  group: (interpreter, [, block], frame) =>
    interpreter.world.library.taskGroup((group) => {
      interpreter.world.lastGroup = group;
      return interpreter.block(block, { ...frame, group });
    }),

  withLock: (interpreter, [, lock, block], frame) =>
    holding(interpreter, interpreter.world.locks[lock]!, block, frame),
  *acquire({ world }, [, lock]) {
    yield* world.locks[lock]!.acquire();
    return undefined;
  },
  withSemaphore: (interpreter, [, semaphore, block], frame) =>
    holding(
      interpreter,
      interpreter.world.semaphores[semaphore]!,
      block,
      frame,
    ),
  *acquirePermit({ world }, [, semaphore]) {
    yield* world.semaphores[semaphore]!.acquire();
    return undefined;
  },
  withCondition: (interpreter, [, condition, block], frame) =>
    holding(
      interpreter,
      interpreter.world.conditions[condition]!,
      block,
      frame,
    ),
  *conditionWait({ world, log }, [, condition]) {
    log("notified", yield* world.conditions[condition]!.wait());
    return undefined;
  },
  *conditionWaitFor({ world }, [, condition, count]) {
    yield* world.conditions[condition]!.waitFor(() =>
      world.counts[condition]! >= count
    );
    return undefined;
  },
  *eventWait({ world, log }, [, event]) {
    log("event", yield* world.events[event]!.wait());
    return undefined;
  },
  *barrierWait({ world, log }, [, barrier]) {
    log("barrier", yield* world.barriers[barrier]!.wait());
    return undefined;
  },
  *barrierAbort({ world }, [, barrier]) {
    yield* world.barriers[barrier]!.abort();
    return undefined;
  },
  *barrierReset({ world }, [, barrier]) {
    yield* world.barriers[barrier]!.reset();
    return undefined;
  },
  *put({ world }, [, queue, item]) {
    yield* world.queues[queue]!.put(item);
    return undefined;
  },
  *get({ world, log }, [, queue]) {
    log("item", yield* world.queues[queue]!.get());
    return undefined;
  },
  *join({ world }, [, queue]) {
    yield* world.queues[queue]!.join();
    return undefined;
  },
};

function catches(caught: Catch | null, isCancelled: boolean): boolean {
  if (caught === null) return false;
  return caught === "any" || (caught === "cancelled") === isCancelled;
}

/** Waits for what an expression makes, if there is something to wait for. */
function* waitFor(
  { world, log, journal }: Interpreter,
  statement: Statement,
  expression: Expression,
  wait: (made: Awaitable<unknown>) => Coroutine<void>,
): Coroutine<Returned> {
  const made = world.make(expression);
  const outcome = made === undefined
    ? "nothing"
    : world.tangles(made)
    ? "circle"
    : "done";
  journal?.turnsOut(statement, outcome);
  if (made === undefined || outcome !== "done") log(outcome);
  else yield* world.waiting(made, wait(made));
  return undefined;
}

/** Runs a block with a lock, a permit, or a condition's lock. */
function* holding(
  interpreter: Interpreter,
  lock: { acquire(): Coroutine<Disposable> },
  block: Block,
  frame: Frame,
): Coroutine<Returned> {
  const held = yield* lock.acquire();
  try {
    return yield* interpreter.block(block, frame);
  } finally {
    held[Symbol.dispose]();
  }
}
