/**
 * A host that can be watched.
 *
 * On the real clock a loop asks its host for two things: what time it is
 * (`performance.now`) and to be called back later (`setTimeout`). A pretend host
 * answers both itself: its time stands still until everybody waits, and then it
 * is the time of the next call. So the code that runs is the code of the real
 * clock, and yet every run is the same.
 *
 * @module
 */

/** Stands in for the host while a program runs. */
export class PretendHost {
  #now = 0;
  readonly #early: number;

  /** `early`: by how many milliseconds its first call comes too early. */
  constructor({ early = 0 } = {}) {
    this.#early = early;
  }

  /** Lets time pass while nobody else gets a turn, as a long computation does. */
  work(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Says something with the time before it. */
  say(text: string): void {
    console.log(`${String(this.#now).padStart(4)} ms  ${text}`);
  }

  /** Stands in for the real host until a program has ended. */
  async during(program: () => Promise<unknown>): Promise<void> {
    const { setTimeout, clearTimeout } = globalThis;
    const { now } = performance;
    let early = this.#early;
    let pending: number | null = null;
    let calls = 0;
    performance.now = () => this.#now;
    globalThis.clearTimeout = () => pending = null;
    globalThis.setTimeout = ((callback: () => void, delay: number) => {
      this.say(`loop: call me in ${delay} ms`);
      const call = pending = ++calls;
      queueMicrotask(() => {
        if (pending !== call) return;
        pending = null;
        this.#now += delay - early;
        early = 0;
        this.say("host: now!");
        callback();
      });
      return call;
    }) as typeof globalThis.setTimeout;
    try {
      await program();
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      performance.now = now;
    }
  }
}
