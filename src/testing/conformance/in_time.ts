/**
 * Waits for what a run returns, but not for ever.
 *
 * @module
 */

/** So long may a run whose promise does not settle take, in milliseconds. */
const LONGEST_RUN = 2000;

/** A run whose promise did not settle. */
export class OutOfTime extends Error {
  /** The name by which it is known. */
  override readonly name = "OutOfTime";
}

/**
 * Waits for a run.
 *
 * @param running what the run returned: a promise, or its result
 * @returns a promise of the result
 * @throws {OutOfTime} when it does not settle
 */
export async function inTime(running: unknown): Promise<unknown> {
  if (typeof (running as PromiseLike<unknown> | null)?.then !== "function") {
    return running;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new OutOfTime(
            `The promise of run() did not settle within ${LONGEST_RUN} ms; the loop waits for something that never comes, or for the real clock`,
          ),
        ),
      LONGEST_RUN,
    );
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}
