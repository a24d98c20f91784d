/**
 * Waits until a worker says that it has begun.
 *
 * @module
 */

/** Resolves at the worker's first message. */
export function begun(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.addEventListener("message", () => resolve(), { once: true });
  });
}
