/**
 * What a loop refuses to schedule.
 *
 * A coroutine function among the callbacks, or a time that is none, would do nothing
 * at all, and somewhere else than where the mistake is.
 *
 * @module
 */

/** Refuses what is no time. */
export function checkTime(value: number, name: string): void {
  if (typeof value !== "number" || Number.isNaN(value)) {
    throw new RangeError(
      `Invalid ${name}: ${
        typeof value === "string" ? JSON.stringify(value) : String(value)
      }; it must be a number of milliseconds`,
    );
  }
}

/** Refuses what is no plain function. */
export function checkCallback(callback: unknown, where: string): void {
  if (typeof callback !== "function") {
    throw new TypeError(
      `${where}() takes a function to call, not ${
        callback === null ? "null" : typeof callback
      }`,
    );
  }
  const kind = callback.constructor?.name;
  if (kind === "GeneratorFunction" || kind === "AsyncFunction") {
    throw new TypeError(
      `${where}() takes a plain function; for a coroutine use createTask(${
        callback.name || "work"
      }())`,
    );
  }
}
