/**
 * The statements that may wait, and those that hold others.
 *
 * @module
 */

import type { Coroutine, Wait } from "./adapter.ts";
import type { Caught, Statement } from "./program.ts";
import { Boom } from "./show.ts";
import {
  type Frame,
  GivenUp,
  type Returned,
  type Running,
  type World,
} from "./world.ts";

/** What a coroutine yields that knows no better. */
const NONSENSE: unknown = Object.freeze({ nonsense: true });

/**
 * Does a statement that may wait.
 *
 * @param on what it works on
 * @param s the statement
 * @param frame where it stands
 * @returns the `return` that it came to, if any
 */
export function* doLater(on: World, s: Statement, frame: Frame): Running {
  const { adapter, loop } = on;
  switch (s[0]) {
    case "await":
      return yield* keepResult(
        adapter.await(on.object(s[1], frame)),
        frame,
        s[2],
      );
    case "call":
      return yield* keepResult(on.body(s[1]), frame, s[2]);
    case "sleep":
      return yield* keepResult(adapter.sleep(loop, s[1]), frame);
    case "yieldNonsense":
      yield NONSENSE;
      return undefined;
    case "raise":
      throw new Boom(s[1]);
    case "rethrow":
      throw frame.locals.get("error");
    case "return":
      return { value: on.get(s[1], frame) };
    case "try":
      return yield* attempt(on, s, frame);
    case "repeat":
      for (let turn = 0; turn < s[1]; turn++) {
        const returned = yield* on.block(s[2], frame);
        if (returned !== undefined) return returned;
      }
      return undefined;
    case "wait": {
      const futures = s[1].map((each) => on.object(each, frame));
      const result = yield* adapter.wait(loop, futures, s[2], s[3]);
      const { done, pending } = result as Record<string, Iterable<unknown>>;
      on.say(
        frame.who,
        `done ${on.namesOf(done!)} pending ${on.namesOf(pending!)}`,
      );
      return undefined;
    }
    case "waitFor":
      return yield* keepResult(
        adapter.waitFor(loop, on.item(s[1], frame), s[2]),
        frame,
        s[3],
      );
    case "timeout": {
      const body = () => on.block(s[2], frame);
      const returned = yield* adapter.timeout(loop, s[1], body);
      return returned as Returned | undefined;
    }
    case "group": {
      const returned = yield* adapter.taskGroup(
        loop,
        (groupTask) => on.block(s[1], { ...frame, groupTask }),
      );
      return returned as Returned | undefined;
    }
    case "asCompleted": {
      const futures = s[1].map((each) => on.object(each, frame));
      for (const next of adapter.asCompleted(loop, futures, s[2])) {
        try {
          on.say(frame.who, `next ${on.show(yield* next)}`);
        } catch (error) {
          if (error instanceof GivenUp || on.isCancellation(error)) throw error;
          on.say(frame.who, `next ${on.show(error)}`);
        }
      }
      return undefined;
    }
    case "awaitDo":
      return yield* keepResult(
        on.call(s[1], s[2], s[3], frame) as Wait,
        frame,
        s[4],
      );
    default:
      throw new TypeError(`Program has no statement "${s[0]}" here`);
  }
}

/** Waits, and keeps the result. */
function* keepResult(
  wait: Wait | Coroutine,
  frame: Frame,
  local?: string,
): Running {
  const result = yield* wait;
  if (local !== undefined) frame.locals.set(local, result);
  return undefined;
}

function* attempt(
  on: World,
  [, block, caught, handler, cleanup = []]: Extract<
    Statement,
    readonly ["try", ...unknown[]]
  >,
  frame: Frame,
): Running {
  let isGivenUp = false;
  try {
    return yield* on.block(block, frame);
  } catch (error) {
    isGivenUp = error instanceof GivenUp;
    if (isGivenUp || caught === null || !catches(on, caught, error)) {
      throw error;
    }
    frame.locals.set("error", error);
    return yield* on.block(handler, frame);
  } finally {
    if (!isGivenUp) yield* on.block(cleanup, frame);
  }
}

function catches(on: World, caught: Caught, error: unknown): boolean {
  switch (caught) {
    case "Boom":
      return error instanceof Boom;
    case "cancellation":
      return on.isCancellation(error);
    case "timeout":
      return error instanceof Error && error.name === "TimeoutError";
    case "error":
      return !on.isCancellation(error);
    case "anything":
      return true;
  }
}
