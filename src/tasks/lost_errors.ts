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

const collected = new FinalizationRegistry<[Reporter, LostError]>(
  ([loop, lost]) => {
    if (unseen.get(loop)?.delete(lost)) loop.callExceptionHandler(lost);
  },
);

/**
 * Keeps an error until somebody looks at it.
 *
 * @param future the future or task that holds it
 * @param exception the error
 * @returns to be called when somebody looks at it
 */
export function watchError(
  future: { readonly _loop: Reporter; _label(): string },
  exception: unknown,
): () => void {
  const loop = future._loop;
  const label = future._label();
  const lost: LostError = {
    message: `${
      label === "future" ? "Future" : `Task ${label}`
    } exception was never retrieved`,
    exception,
  };
  let set = unseen.get(loop);
  if (set === undefined) unseen.set(loop, set = new Set());
  set.add(lost);
  collected.register(future, [loop, lost], lost);
  return () => {
    unseen.get(loop)?.delete(lost);
    collected.unregister(lost);
  };
}

/** Reports what is left; called when a loop is closed. */
export function reportLostErrors(loop: Reporter): void {
  const set = unseen.get(loop);
  if (set === undefined) return;
  unseen.delete(loop);
  for (const lost of set) loop.callExceptionHandler(lost);
}
