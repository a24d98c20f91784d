/**
 * A bridge from functions to coroutines: the function blocks its thread while
 * the coroutine runs on the event loop of another.
 *
 * The threads share a piece of memory: a state, the length of the answer, and
 * the answer as bytes.
 *
 * @module
 */

import { type Coroutine, run } from "../../mod.ts";

const EMPTY = 0;
const ANSWERED = 1;
const FAILED = 2;

/** Where the answer begins, behind the state and the length. */
const HEAD = 8;

// #region here
/** On this side: asks a worker and blocks until it has answered. */
export class SyncBridge implements Disposable {
  readonly #memory = new SharedArrayBuffer(1024);
  readonly #head = new Int32Array(this.#memory, 0, 2);
  readonly #worker: Worker;

  constructor(module: URL) {
    this.#worker = new Worker(module, { type: "module" });
    this.#worker.postMessage(this.#memory);
  }

  ask(question: string, patience = 5000): string {
    Atomics.store(this.#head, 0, EMPTY);
    this.#worker.postMessage(question);
    if (Atomics.wait(this.#head, 0, EMPTY, patience) === "timed-out") {
      this[Symbol.dispose](); // a late answer must not be the next one's
      throw new Error(`No answer to "${question}" within ${patience} ms`);
    }
    const bytes = new Uint8Array(this.#memory, HEAD, this.#head[1]).slice();
    const answer = new TextDecoder().decode(bytes);
    if (this.#head[0] === FAILED) throw new Error(answer);
    return answer;
  }

  [Symbol.dispose](): void {
    this.#worker.terminate();
  }
}
// #endregion

// #region there
/** On the other side: answers questions with a coroutine. */
export function answerWith(
  answer: (question: string) => Coroutine<string>,
): void {
  let memory: SharedArrayBuffer;

  self.onmessage = async ({ data }: MessageEvent) => {
    if (typeof data !== "string") memory = data;
    else {
      try {
        tell(ANSWERED, await run(answer(data), { clock: "real" }));
      } catch (error) {
        tell(FAILED, (error as Error).message);
      }
    }
  };

  function tell(state: number, text: string): void {
    const head = new Int32Array(memory, 0, 2);
    const room = new Uint8Array(memory, HEAD);
    const { read, written } = new TextEncoder().encodeInto(text, room);
    if (read < text.length) return tell(FAILED, "The answer is too long");
    head[1] = written;
    Atomics.store(head, 0, state);
    Atomics.notify(head, 0);
  }
}
// #endregion
