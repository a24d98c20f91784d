/**
 * The operations by name: which there are, and whether an adapter has them.
 *
 * @module
 */

import type { Adapter } from "./adapter.ts";

/** The operations that a loop may lack, in groups, in the order to build them. */
export const OPERATIONS = {
  callbacks: [
    "callSoon",
    "time",
    "callLater",
    "callAt",
    "cancelHandle",
    "stop",
    "setExceptionHandler",
    "close",
  ],
  futures: [
    "createFuture",
    "setResult",
    "setException",
    "addDoneCallback",
    "removeDoneCallback",
    "done",
    "cancelled",
    "result",
    "exception",
  ],
  coroutines: [
    "createTask",
    "await",
    "sleep",
    "currentTask",
    "createEagerTask",
    "createVariable",
  ],
  cancellation: ["cancel", "cancelling", "uncancel"],
  combinators: [
    "gather",
    "shield",
    "wait",
    "waitFor",
    "timeout",
    "taskGroup",
    "asCompleted",
  ],
  synchronization: [
    "createLock",
    "createSemaphore",
    "createEvent",
    "createCondition",
    "createQueue",
    "createBarrier",
  ],
  programs: ["runMain"],
} as const satisfies Record<string, readonly (keyof Adapter)[]>;

/** The name of an operation that a loop may lack. */
export type Operation = (typeof OPERATIONS)[keyof typeof OPERATIONS][number];

/** All of them, in the order to build them. */
export const ALL_OPERATIONS: readonly Operation[] = Object.values(OPERATIONS)
  .flat();

const REQUIRED = ["makeLoop", "run"] as const;
const ALSO = ["name", "isCancellation"] as const;

/**
 * Checks the shape of an adapter.
 *
 * @throws {TypeError} when something is missing, no function, or unknown
 */
export function checkAdapter(adapter: unknown): asserts adapter is Adapter {
  if (typeof adapter !== "object" || adapter === null) {
    throw new TypeError(
      `Adapter must be an object with makeLoop and run, not ${
        adapter === null ? "null" : typeof adapter
      }`,
    );
  }
  const given = adapter as Record<string, unknown>;
  for (const name of REQUIRED) {
    if (given[name] !== undefined) continue;
    throw new TypeError(
      `Adapter has no ${name}(); makeLoop() and run(loop) must be there, all else may be left out`,
    );
  }
  const known: readonly string[] = [...REQUIRED, ...ALL_OPERATIONS, ...ALSO];
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      const meant = known.find((each) =>
        each.toLowerCase() === name.toLowerCase()
      );
      throw new TypeError(
        `Adapter has an operation "${name}" that no case uses; ${
          meant === undefined
            ? "take it out, or name it as in OPERATIONS"
            : `did you mean "${meant}"?`
        }`,
      );
    }
    const wanted = name === "name" ? "string" : "function";
    const value = given[name];
    if (value !== undefined && typeof value !== wanted) {
      throw new TypeError(
        `Adapter's ${name} must be a ${wanted}, not ${
          value === null ? "null" : typeof value
        }`,
      );
    }
  }
}
