/**
 * A job in a thread of its own, as a coroutine.
 *
 * @module
 */

import { type Coroutine, fromPromise } from "../../mod.ts";

// #region in-worker
/** Starts a worker, sends it one message and waits for its answer. */
export function* inWorker<T>(module: URL, message: unknown): Coroutine<T> {
  const worker = new Worker(module, { type: "module" });
  try {
    worker.postMessage(message);
    return yield* fromPromise(answerOf<T>(worker));
  } finally {
    worker.terminate();
  }
}

function answerOf<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault(); // we have heard of it
      reject(new Error(event.message));
    };
  });
}
// #endregion
