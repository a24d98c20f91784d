/**
 * Values as both languages write them.
 *
 * @module
 */

/** The error that programs throw on purpose. */
export class Boom extends Error {
  /** The name by which Python knows it too. */
  override readonly name = "Boom";
}

/** Errors that loops agree on; all others are an "error", whatever their class. */
const KNOWN = new Set(["TimeoutError", "BrokenBarrierError", "QueueShutDown"]);

/**
 * Writes a value.
 *
 * @param value the value
 * @param isCancellation tells a cancellation from other errors
 * @returns a few words
 */
export function show(
  value: unknown,
  isCancellation: (error: unknown) => boolean,
): string {
  if (value === undefined || value === null) return "none";
  if (isCancellation(value)) return "CancelledError";
  if (value instanceof Error) return showError(value, isCancellation);
  if (Array.isArray(value)) {
    return `[${value.map((each) => show(each, isCancellation)).join(", ")}]`;
  }
  return typeof value === "object" ? "object" : String(value);
}

function showError(
  error: Error,
  isCancellation: (error: unknown) => boolean,
): string {
  if (error instanceof Boom) return `Boom(${error.message})`;
  const { errors } = error as { errors?: unknown };
  if (Array.isArray(errors)) return `Group${show(errors, isCancellation)}`;
  return KNOWN.has(error.name) ? error.name : "error";
}
