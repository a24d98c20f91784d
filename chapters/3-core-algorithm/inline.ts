/**
 * Where stage 3 breaks if callbacks are called instead of scheduled.
 *
 * @module
 */

import { type Callback, Loop } from "./stage1.ts";
import { payForBread } from "./stage3.ts";

// #region inline
/** A loop that cannot wait: once it runs, it calls what it is given at once. */
export class ImpatientLoop extends Loop {
  #running = false;

  override callSoon(callback: Callback): void {
    if (this.#running) callback();
    else super.callSoon(callback);
  }

  override run(): void {
    this.#running = true;
    super.run();
    this.#running = false;
  }
}

export function main(): void {
  payForBread(new ImpatientLoop());
}
// #endregion

if (import.meta.main) main();
