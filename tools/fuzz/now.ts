/**
 * The statements that take no time.
 *
 * @module
 */
import type { Future } from "../../mod.ts";
import { Boom } from "../cpython/tape.ts";
import type { Frame, Interpreter } from "./interpret.ts";
import type { NowStatement, Statement } from "./program.ts";

/**
 * Runs a statement, if it takes no time.
 *
 * @param interpreter whose statement it is
 * @param statement the statement
 * @param frame what is around it
 * @returns `false`, with nothing done, for a statement that waits
 */
export function runNow(
  interpreter: Interpreter,
  statement: Statement,
  frame: Frame,
): boolean {
  if (!Object.hasOwn(ACTIONS, statement[0])) return false;
  const action = ACTIONS[statement[0] as NowStatement[0]] as Action<never>;
  let isDone = true;
  try {
    isDone = action(interpreter, statement as never, frame) !== NOTHING;
  } finally {
    interpreter.journal?.turnsOut(statement, isDone ? "done" : "nothing");
  }
  if (!isDone) interpreter.log("nothing");
  return true;
}

/** The names of these statements. */
export function nowNames(): string[] {
  return Object.keys(ACTIONS);
}

/** There was nothing to do it with. */
const NOTHING = Symbol("nothing");

type Action<S> = (
  interpreter: Interpreter,
  statement: S,
  frame: Frame,
) => void | typeof NOTHING;

type Named<N> = Extract<NowStatement, readonly [N, ...unknown[]]>;

const ACTIONS: { readonly [N in NowStatement[0]]: Action<Named<N>> } = {
  log: ({ log }, [, label]) => log(label),
  raise: (_, [, error]) => {
    throw new Boom(String(error));
  },

  start({ world }, [, slot, expression]) {
    const made = world.make(expression);
    if (made === undefined) return NOTHING;
    world.slots[slot] = made as Future<unknown>;
    return undefined;
  },
  cancel({ world, log }, [, slot, message]) {
    const future = world.slots[slot];
    if (future === undefined) return NOTHING;
    log("cancel", future.cancel(message ?? undefined));
    return undefined;
  },
  cancelSelf({ world }) {
    world.library.currentTask()!.cancel();
  },
  uncancel({ world, log }) {
    const task = world.library.currentTask()!;
    log("uncancel", task.cancelling(), task.uncancel());
  },
  state({ world, log }, [, slot]) {
    const future = world.slots[slot];
    if (future === undefined) return NOTHING;
    if (!future.done()) log("pending");
    else if (future.cancelled()) log("cancelled");
    else if (future.exception() === undefined) log("result", future.result());
    else log("failed", future.exception());
    return undefined;
  },

  reschedule({ world, log }, [, delay], { limit }) {
    if (limit === null) return NOTHING;
    log("expired", limit.expired());
    const now = world.library.getRunningLoop().time();
    limit.reschedule(delay === null ? null : now + delay);
    return undefined;
  },
  groupTask({ world }, [, slot, body, isEager], frame) {
    const group = frame.group ?? world.lastGroup;
    if (group === null) return NOTHING;
    world.slots[slot] = world.makeTask(
      (coroutine, options) => group.createTask(coroutine, options),
      body,
      isEager,
      false,
    );
    return undefined;
  },

  setResult({ world }, [, slot, result]) {
    const future = world.plainFuture(slot);
    if (future === undefined) return NOTHING;
    future.setResult(result);
    return undefined;
  },
  setError({ world }, [, slot, error]) {
    const future = world.plainFuture(slot);
    if (future === undefined) return NOTHING;
    future.setException(new Boom(String(error)));
    return undefined;
  },
  onDone({ world }, [, slot, callback]) {
    const future = world.slots[slot];
    if (future === undefined) return NOTHING;
    future.addDoneCallback(world.doneCallbacks[callback]!);
    return undefined;
  },
  removeOnDone({ world, log }, [, slot, callback]) {
    const future = world.slots[slot];
    if (future === undefined) return NOTHING;
    const count = future.removeDoneCallback(world.doneCallbacks[callback]!);
    log("removed", count);
    return undefined;
  },

  callSoon(interpreter, [, handle, callback]) {
    const { handles, library } = interpreter.world;
    handles[handle] = library.getRunningLoop().callSoon(() =>
      interpreter.callback(callback)
    );
  },
  callLater(interpreter, [, handle, delay, callback]) {
    const { handles, library } = interpreter.world;
    handles[handle] = library.getRunningLoop().callLater(
      delay,
      () => interpreter.callback(callback),
    );
  },
  cancelHandle({ world }, [, handle]) {
    if (world.handles[handle] === undefined) return NOTHING;
    world.handles[handle].cancel();
    return undefined;
  },

  setVariable({ world }, [, value]) {
    world.variable.set(value);
  },
  getVariable: ({ world, log }) => log("variable", world.variable.get()),
  allTasks: ({ world, log }) => log("tasks", world.library.allTasks()),
  currentTask: ({ world, log }) => log("current", world.library.currentTask()),

  release: ({ world }, [, lock]) => world.locks[lock]!.release(),
  releasePermit: ({ world }, [, semaphore]) =>
    world.semaphores[semaphore]!.release(),
  count({ world }, [, condition]) {
    world.counts[condition]!++;
  },
  notify({ world }, [, condition, waiters]) {
    if (waiters === null) world.conditions[condition]!.notifyAll();
    else world.conditions[condition]!.notify(waiters);
  },
  eventSet: ({ world }, [, event]) => world.events[event]!.set(),
  eventClear: ({ world }, [, event]) => world.events[event]!.clear(),
  putNowait: ({ world }, [, queue, item]) =>
    world.queues[queue]!.putNowait(item),
  getNowait: ({ world, log }, [, queue]) =>
    log("item", world.queues[queue]!.getNowait()),
  taskDone: ({ world }, [, queue]) => world.queues[queue]!.taskDone(),
  shutdown: ({ world }, [, queue, immediate]) =>
    world.queues[queue]!.shutdown({ immediate }),
};
