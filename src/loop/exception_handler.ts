/**
 * Where the errors go that nobody can take (rules 4 and 13).
 *
 * A callback has no caller who could catch its error, and a task may have nobody
 * who waits for it. Such errors come here: to the handler that the program has set,
 * or to the console. A handler that throws has its own error written there, and the
 * one that it was to handle.
 *
 * @module
 */

import type { DebugMode } from "./debug_mode.ts";
import type { ExceptionContext } from "./handle.ts";

/** The loop, as far as this file needs it. */
interface Reporting<L> {
  /** @internal */
  readonly _debug: DebugMode | null;
  /** @internal */
  readonly _exceptionHandler:
    | ((loop: L, context: ExceptionContext) => void)
    | null;
  defaultExceptionHandler(context: ExceptionContext): void;
}

/** Refuses what can't be called. */
export function checkHandler(handler: unknown): void {
  if (handler === null || typeof handler === "function") return;
  throw new TypeError(
    `Exception handler must be a function or null, not ${typeof handler}`,
  );
}

/** Hands an error to the loop's handler. */
export function handleException<L extends Reporting<L>>(
  loop: L,
  context: ExceptionContext,
): void {
  const subject = context.handle ?? context.task ?? context.future;
  const origin = subject && loop._debug?.originOf(subject);
  if (origin !== undefined) context = { ...context, origin };
  if (loop._exceptionHandler === null) {
    return loop.defaultExceptionHandler(context);
  }
  try {
    loop._exceptionHandler(loop, context);
  } catch (error) {
    loop.defaultExceptionHandler({
      message: "Exception in the loop's exception handler",
      exception: error,
    });
    loop.defaultExceptionHandler(context);
  }
}

/** Writes an error to the console. */
export function writeException(context: ExceptionContext): void {
  const { message, exception, origin } = context;
  const made = origin === undefined ? "" : `\nIt was made here:\n${origin}`;
  if (exception === undefined) console.error(message + made);
  else console.error(`${message}${made}\n`, exception);
}
