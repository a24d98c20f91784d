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
interface LostError {
  readonly message: string;
  readonly exception: unknown;
}

const unseen: WeakMap<object, Set<LostError>> = new WeakMap();
const byFuture: WeakMap<object, LostError> = new WeakMap();

const collected = new FinalizationRegistry<[Reporter, LostError]>(
  ([loop, lost]) => {
    if (unseen.get(loop)?.delete(lost)) loop.callExceptionHandler(lost);
  },
);

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
    message: `${who} exception was never retrieved`,
    exception,
  };
  let set = unseen.get(loop);
  if (set === undefined) unseen.set(loop, set = new Set());
  set.add(lost);
  byFuture.set(future, lost);
  collected.register(future, [loop, lost], lost);
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
  const set = unseen.get(loop);
  if (set === undefined) return;
  unseen.delete(loop);
  for (const lost of set) loop.callExceptionHandler(lost);
}
