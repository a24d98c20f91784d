/**
 * Reaching quiescence: no promise job is left, so nothing more can happen by
 * itself.
 *
 * Counting ticks only guesses: fifty awaits may be enough, and fifty-one may be
 * needed. There are two ways to know.
 *
 * - Some engines empty the queue of promise jobs in one call. Deno's has it
 *   inside, and it costs a tenth of a microsecond. It works only in a task of
 *   the host's: called in a promise job, it does nothing.
 * - Every host empties the queue before it takes its next task. So when a task
 *   we asked for begins, all jobs are done. That costs a microsecond or more.
 *
 * Who drives a program therefore sits in the host's tasks, never in promise jobs,
 * and asks for the next one with {@linkcode HostTurn}. The functions of the host
 * are taken when it is made, before anybody puts fakes in their place.
 *
 * @module
 */

/** What is inside of Deno, as far as it is needed here. */
export interface DenoCore {
  runMicrotasks?(): void;
  hasTickScheduled?(): boolean;
  runNextTicks?(): void;
  getAsyncContext?(): unknown;
  setAsyncContext?(context: unknown): void;
  isLeakTracingEnabled?(): boolean;
  setLeakTracingEnabled?(on: boolean): void;
  getAllLeakTraces?(): ReadonlyMap<number, string>;
  getLeakTraceForPromise?(promise: object): string | undefined;
  readonly promiseIdSymbol?: symbol;
  setPromiseHooks?(
    init: ((promise: object, parent: object | undefined) => void) | undefined,
    before: undefined,
    after: undefined,
    settled: ((promise: object) => void) | undefined,
  ): void;
}

/**
 * The engine's way to run all promise jobs now, where it has one. It must be
 * called in a task of the host's. The callbacks of `process.nextTick` count as
 * jobs.
 *
 * @returns the function, `null` where the host must be asked for a turn
 */
export function promiseJobRunner(): (() => void) | null {
  const core = denoCore();
  const { runMicrotasks, runNextTicks, hasTickScheduled } = core ?? {};
  if (runMicrotasks === undefined) return null;
  if (runNextTicks === undefined || hasTickScheduled === undefined) {
    return () => runMicrotasks();
  }
  return () => {
    runMicrotasks();
    while (hasTickScheduled()) {
      runNextTicks();
      runMicrotasks();
    }
  };
}

/** Asks the host for its next turn, as often as one likes. */
export class HostTurn {
  readonly #callback: () => void;
  readonly #next: () => void;
  readonly #setTimeout = globalThis.setTimeout;
  readonly #clearTimeout = globalThis.clearTimeout;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #channel: MessageChannel | null = null;
  #open = true;

  /**
   * Takes the host's functions as they are now.
   *
   * @param callback is called in each turn that was asked for
   */
  constructor(callback: () => void) {
    this.#callback = callback;
    const fire = () => {
      if (this.#open) this.#callback();
    };
    const immediate = (globalThis as HostWithImmediates).setImmediate;
    if (immediate !== undefined) this.#next = () => immediate(fire);
    else {
      // Browsers have no setImmediate, and slow down nested setTimeout(0).
      const channel = this.#channel = new MessageChannel();
      channel.port1.onmessage = fire;
      this.#next = () => channel.port2.postMessage(null);
    }
  }

  /** In the host's next turn: its promise jobs, timers and I/O come first. */
  next(): void {
    this.#next();
  }

  /**
   * In the first turn after some time of the host's clock. It is not the turn of
   * the host's timer, which would count itself among the timers that are set.
   *
   * @param delay how long, in milliseconds
   */
  after(delay: number): void {
    const wait = this.#setTimeout;
    this.#pause = wait(() => {
      this.#pause = undefined;
      if (this.#open) this.#next();
    }, delay);
  }

  /** Calls off what was asked for; nothing is called any more. */
  close(): void {
    this.#open = false;
    if (this.#pause !== undefined) {
      const clear = this.#clearTimeout;
      clear(this.#pause);
    }
    this.#channel?.port1.close();
  }
}

interface HostWithImmediates {
  setImmediate?(callback: () => void): unknown;
}

/** What is inside of Deno, `undefined` elsewhere. */
export function denoCore(): DenoCore | undefined {
  const deno = (globalThis as { Deno?: Record<PropertyKey, unknown> }).Deno;
  const key = deno?.["internal"] as PropertyKey | undefined;
  if (key === undefined) return undefined;
  return (deno![key] as { core?: DenoCore } | undefined)?.core;
}
