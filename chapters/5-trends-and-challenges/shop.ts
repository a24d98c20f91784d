/**
 * A shop that answers questions, for programs of four generations: it can be
 * asked with a callback, through a promise and by a coroutine.
 *
 * It runs on the loop's clock, and it can tell at any time what it is working
 * on: that is how one sees what a program has left behind.
 *
 * @module
 */

import { type EventLoop, getRunningLoop, sleep } from "../../mod.ts";

/** Gets the answer, or the error that came in its place. */
export type Callback = (error: Error | null, answer?: string) => void;

interface Answer {
  readonly text: string;
  readonly ms: number;
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  customer: { text: "Ada", ms: 20 },
  orders: { text: "2 orders", ms: 60 },
  basket: { text: "3 things in the basket", ms: 20 },
  advice: { text: "a book about knots", ms: 90 },
};

/** A shop with a counter that may be closed. */
export class Shop {
  /** The questions it is working on. */
  readonly open: Set<string> = new Set();
  readonly #loop: EventLoop = getRunningLoop();
  readonly #closed: string | null;

  /**
   * Opens the shop.
   *
   * @param closed what it answers with an error
   */
  constructor(closed: string | null = null) {
    this.#closed = closed;
  }

  /** Calls back with the answer. */
  askCallback(what: string, callback: Callback): void {
    this.open.add(what);
    this.#loop.callLater(ANSWERS[what]!.ms, () => {
      this.open.delete(what);
      try {
        callback(null, this.#answer(what));
      } catch (error) {
        callback(error as Error);
      }
    });
  }

  /** Promises the answer. */
  askPromise(what: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.askCallback(what, (error, answer) => {
        if (error !== null) reject(error);
        else resolve(answer!);
      });
    });
  }

  /** Waits for the answer; who no longer wants it stops the work. */
  *ask(what: string) {
    this.open.add(what);
    try {
      yield* sleep(ANSWERS[what]!.ms);
    } finally {
      this.open.delete(what);
    }
    return this.#answer(what);
  }

  #answer(what: string): string {
    if (what === this.#closed) throw new Error(`${what}: counter closed`);
    return ANSWERS[what]!.text;
  }
}
