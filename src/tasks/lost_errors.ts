/**
 * Errors that nobody looks at must not get lost (rule 13).
 *
 * CPython reports them from the future's destructor. JavaScript has none that
 * can be relied on, so the report comes for certain when the loop is closed, and
 * earlier, as a help, when the garbage collector finds the future first. For that
 * the loop keeps the error and a description, never the future itself.
 *
 * @module
 */

import type { ExceptionContext } from "../loop/handle.ts";

/** Where an error is reported, as far as this file needs a loop. */
interface Reporter {
  callExceptionHandler(context: ExceptionContext): void;
}

/** What is kept of a future whose error nobody has looked at. */
export interface LostError {
  readonly loop: WeakRef<Reporter>;
  readonly message: string;
  readonly exception: unknown;
}

/** The errors of a loop that nobody has looked at; they live with the loop. */
const unseen: WeakMap<object, Set<LostError>> = new WeakMap();
const byFuture: WeakMap<object, LostError> = new WeakMap();

/**
 * What a registry keeps for a future must not hold that future, or it is never
 * collected, and an error holds more than one sees: V8 keeps the objects on its
 * stack until somebody reads the stack, the loop and its tasks among them. So
 * the registry keeps the error weakly; the loop is what holds it.
 */
const collected = new FinalizationRegistry<WeakRef<LostError>>((reference) => {
  const lost = reference.deref();
  const loop = lost?.loop.deref();
  if (lost === undefined || loop === undefined) return;
  if (unseen.get(loop)?.delete(lost)) loop.callExceptionHandler(told(lost));
});

function told({ message, exception }: LostError): ExceptionContext {
  return { message, exception };
}

/** A future, as far as this file needs one. */
interface Holder {
  readonly _loop: Reporter;
  /** `Task`, `Future`, or the name of another kind of future. */
  readonly [Symbol.toStringTag]: string;
  _label(): string;
}

/** Keeps the error of a future until somebody looks at it. */
export function watchError(future: Holder, exception: unknown): void {
  const loop = future._loop;
  const kind = future[Symbol.toStringTag];
  const who = kind === "Task" ? `Task ${future._label()}` : kind;
  const lost: LostError = {
    loop: new WeakRef(loop),
    message: `${who} exception was never retrieved`,
    exception,
  };
  const errors = unseen.get(loop);
  if (errors === undefined) unseen.set(loop, new Set([lost]));
  else errors.add(lost);
  byFuture.set(future, lost);
  collected.register(future, new WeakRef(lost), lost);
}

/** Says that somebody has looked at the error of a future. */
export function errorSeen(future: Holder): void {
  const lost = byFuture.get(future);
  if (lost === undefined) return;
  byFuture.delete(future);
  unseen.get(future._loop)?.delete(lost);
  collected.unregister(lost);
}

/** Reports what is left; called when a loop is closed. */
export function reportLostErrors(loop: Reporter): void {
  for (const lost of takeLostErrors(loop)) {
    loop.callExceptionHandler(told(lost));
  }
}

/** Gives what is left, and keeps it no longer. */
export function takeLostErrors(loop: object): Iterable<LostError> {
  const errors = unseen.get(loop) ?? [];
  unseen.delete(loop);
  for (const lost of errors) collected.unregister(lost);
  return errors;
}
