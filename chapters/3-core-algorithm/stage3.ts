/**
 * Stage 3: futures, whose callbacks are scheduled and not called.
 *
 * @module
 */

import { type Callback, Loop } from "./stage1.ts";

// #region future
/** Nobody wants the result any more. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}

/** A place for a result that is not there yet. */
export class Future<T> {
  protected readonly loop: Loop;
  #outcome: { value: T } | { error: unknown } | null = null;
  #callbacks: Callback[] = [];

  constructor(loop: Loop) {
    this.loop = loop;
  }

  done(): boolean {
    return this.#outcome !== null;
  }

  /** The value; throws the error if there is one instead. */
  result(): T {
    if (this.#outcome === null) {
      throw new Error("Future has no result yet; wait until it is done()");
    }
    if ("error" in this.#outcome) throw this.#outcome.error;
    return this.#outcome.value;
  }

  setResult(value: T): void {
    this.#settle({ value });
  }

  setException(error: unknown): void {
    this.#settle({ error });
  }

  /** Settles the future with a CancelledError; `false` if it is too late. */
  cancel(): boolean {
    if (this.done()) return false;
    this.setException(new CancelledError());
    return true;
  }
  // #endregion

  // #region settle
  /** Has a function called, in a later pass, when the future is done. */
  addDoneCallback(callback: (future: Future<T>) => void): void {
    const call = () => callback(this);
    if (this.done()) this.loop.callSoon(call);
    else this.#callbacks.push(call);
  }

  #settle(outcome: { value: T } | { error: unknown }): void {
    if (this.done()) {
      throw new Error("Future is done already; check done() before settling");
    }
    this.#outcome = outcome;
    for (const call of this.#callbacks) this.loop.callSoon(call);
    this.#callbacks = [];
  }
}
// #endregion

// #region main
/** A customer pays for a loaf of bread; the receipt waits for the payment. */
export function payForBread(loop: Loop): void {
  let purse = 100;
  const paid = new Future<number>(loop);
  paid.addDoneCallback((future) => {
    console.log(`receipt: paid ${future.result()}, ${purse} left`);
  });
  loop.callSoon(() => {
    paid.setResult(30);
    purse -= 30;
    console.log("the money is on the counter");
  });
  loop.run();
}

export function main(): void {
  payForBread(new Loop());
}
// #endregion

if (import.meta.main) main();
