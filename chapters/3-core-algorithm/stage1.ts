/**
 * Stage 1: a queue of callbacks.
 *
 * @module
 */

// #region loop
/** What the loop calls. */
export type Callback = () => void;

/** Calls what it was given, first in, first out. */
export class Loop {
  protected readonly ready: Callback[] = [];

  /** Puts a callback at the end of the queue. */
  callSoon(callback: Callback): void {
    this.ready.push(callback);
  }

  /** Runs until nothing is left to call. */
  run(): void {
    while (this.ready.length > 0) this.ready.shift()!();
  }
}
// #endregion

// #region main
export function main(): void {
  const loop = new Loop();
  loop.callSoon(() => {
    console.log("fill the kettle");
    loop.callSoon(() => console.log("make the tea"));
    console.log("switch the kettle on");
  });
  loop.callSoon(() => console.log("cut the bread"));
  console.log("two callbacks are queued, none has been called");
  loop.run();
}
// #endregion

if (import.meta.main) main();
