/**
 * What a task holds until it lets go: a lock, a permit.
 *
 * It is a class and no object literal, since `{ [Symbol.dispose]: () => … }`
 * makes a closure and looks a computed key up each time; with it, handing a
 * permit over took twice as long.
 *
 * @internal
 */
export class Holding implements Disposable {
  readonly #from: { release(): void };

  /** @param from what is released in the end */
  constructor(from: { release(): void }) {
    this.#from = from;
  }

  [Symbol.dispose](): void {
    this.#from.release();
  }
}
