/**
 * The libraries we are compared with, each at one exact version. They are loaded
 * when a contestant gets ready, in its own process, and not before.
 *
 * @module
 */

/** The libraries' names in the tables. */
export const CO = "co 4.6.0";
export const EFFECT = "Effect 4.1.0";
export const EFFECT_3 = "Effect 3.22.4";
export const EFFECTION = "Effection 4.1.1";
export const GENSYNC = "gensync 1.0.0-beta.2";
export const REDUX_SAGA = "redux-saga 1.5.1";

/** What we use of `co`, which brings no types. */
type Co = <A extends unknown[], R>(
  body: (...args: A) => Generator<unknown, R>,
  ...args: A
) => Promise<R>;

/** `co`: the first to run generators as coroutines. */
export async function loadCo(): Promise<Co> {
  return (await import("npm:co@4.6.0")).default;
}

/** Effect, whose fibers run generators with `Effect.gen`. */
export async function loadEffect() {
  return await import("npm:effect@4.1.0");
}

/** The Effect before, which many programs still use. */
export async function loadEffect3() {
  return await import("npm:effect@3.22.4");
}

/** Effection: structured concurrency with generators. */
export async function loadEffection() {
  return await import("npm:effection@4.1.1");
}

/** A function of `gensync`: called inside of another with `yield*`. */
interface Gensync<A extends unknown[], R> {
  (...args: A): Generator<unknown, R>;
  async(...args: A): Promise<R>;
}

/** What we use of `gensync`, which brings no types. */
interface GensyncModule {
  <A extends unknown[], R>(
    body: (...args: A) => Generator<unknown, R>,
  ): Gensync<A, R>;
  <R>(
    body: {
      sync(): R;
      errback(done: (error: unknown, result: R) => void): void;
    },
  ): Gensync<[], R>;
}

/** `gensync`, which Babel runs on. */
export async function loadGensync(): Promise<GensyncModule> {
  return (await import("npm:gensync@1.0.0-beta.2")).default;
}

/** redux-saga, the best known user of generators. */
export async function loadReduxSaga() {
  const { runSaga } = await import("npm:redux-saga@1.5.1");
  const effects = await import("npm:redux-saga@1.5.1/effects");
  return { runSaga, effects };
}
