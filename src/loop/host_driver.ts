/**
 * How a loop lives inside a host that has a loop of its own.
 *
 * CPython's event loop owns its thread: when nothing is ready it blocks in
 * `select`. A JavaScript program may not block, for the host's own loop (timers,
 * sockets, the page) runs on the same thread. So the driver runs passes in
 * *slices* and returns to the host between them:
 *
 * - nothing is ready and a timer is set: a host timer ends the pause;
 * - nothing is ready and no timer is set: whoever completes something from
 *   outside (`callSoonThreadsafe`, a settled promise, `future.setResult` in a
 *   host callback) ends it through `wake`;
 * - something is always ready: after {@linkcode SLICE} milliseconds the host
 *   gets a turn anyway, so I/O and rendering go on beside a busy loop.
 *
 * Host callbacks run only between slices, and what they schedule joins the end
 * of the ready queue: after what was ready, before the due timers. That is the
 * place which rule 1 gives to host completions.
 *
 * On virtual time the pause is replaced by a jump of the clock. It is taken
 * only when the host has nothing in flight for this loop and has had one turn to
 * say otherwise.
 *
 * @module
 */

import { type Clock, type Turns, VirtualClock } from "./clock.ts";

/** The loop, as far as the driver needs it. */
export interface Driven {
  /** @internal */
  readonly _clock: Clock;
  /** @internal */
  readonly _stopping: boolean;
  /** @internal */
  readonly _hostOperations: number;
  /** @internal */
  _timeToWait(): number;
  /** @internal */
  _runOnce(): void;
  /** @internal */
  _enter(): () => void;
}

/** How long a slice may last, in milliseconds, before the host gets a turn. */
const SLICE = 5;

/** At most so many passes go by between two looks at the clock. */
const PASSES_PER_LOOK = 64;

/** A clock that stands still, as a fake one does, ends a slice after so many. */
const MOST_LOOKS = 100;

/** A host timer takes no more than this many milliseconds. */
const LONGEST_HOST_TIMER = 0x7fff_ffff;

/** Runs a loop's passes in slices between the host's turns. */
export class HostDriver {
  readonly #loop: Driven;
  readonly #turns: Turns;
  readonly #stopped: Promise<void>;
  #settle: (failure?: { error: unknown }) => void = () => {};
  #paused = false;
  #hostHadItsTurn = false;

  constructor(loop: Driven) {
    this.#loop = loop;
    const slice = () => this.#slice();
    this.#turns = loop._clock.turns?.(slice) ?? new HostTurns(slice);
    this.#stopped = new Promise((resolve, reject) => {
      this.#settle = (failure) => failure ? reject(failure.error) : resolve();
    });
  }

  /** Runs the first slice at once; settles when the loop has stopped. */
  run(): Promise<void> {
    this.#slice();
    return this.#stopped;
  }

  /** Ends a pause: something was scheduled from outside. */
  wake(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#turns.cancel();
    this.#turns.soonest();
  }

  #slice(): void {
    this.#paused = false;
    const loop = this.#loop;
    const leave = loop._enter();
    try {
      // Looking at the clock costs as much as two task switches. Quick passes
      // are therefore timed in groups, and the groups grow while they are quick.
      const begin = performance.now();
      let group = 1;
      let left = group;
      let looks = 0;
      // #region slice
      do {
        const wait = loop._timeToWait();
        if (wait > 0 && !this.#jump(wait)) return this.#pause(wait);
        this.#hostHadItsTurn = false;
        loop._runOnce();
        if (--left === 0 && !loop._stopping) {
          const elapsed = performance.now() - begin;
          if (elapsed > SLICE || looks === MOST_LOOKS) {
            return this.#turns.next();
          }
          if (elapsed === 0) looks++;
          if (elapsed < SLICE / 4 && group < PASSES_PER_LOOK) group *= 2;
          left = group;
        }
      } while (!loop._stopping);
      // #endregion
    } catch (error) {
      this.#turns.close();
      return this.#settle({ error });
    } finally {
      leave();
    }
    this.#turns.close();
    this.#settle();
  }

  // #region jump-pause
  /** On virtual time, moves the clock instead of waiting. */
  #jump(wait: number): boolean {
    const clock = this.#loop._clock;
    if (!(clock instanceof VirtualClock) || wait === Infinity) return false;
    if (this.#loop._hostOperations > 0 || !this.#hostHadItsTurn) return false;
    clock.advance(wait);
    return true;
  }

  #pause(wait: number): void {
    this.#paused = true;
    if (this.#loop._clock instanceof VirtualClock) {
      if (!this.#hostHadItsTurn && wait !== Infinity) {
        this.#hostHadItsTurn = true;
        this.#turns.next();
      }
    } else if (wait !== Infinity) {
      this.#turns.after(wait);
    }
  }
  // #endregion
}

/**
 * Asks the host for its next turn. Everything of the host's is looked up when it
 * is used, so this file loads anywhere, and fake timers that a test puts in
 * place are seen.
 */
class HostTurns implements Turns {
  readonly #callback: () => void;
  #cancel: (() => void) | null = null;
  #channel: MessageChannel | null = null;

  constructor(callback: () => void) {
    this.#callback = callback;
  }

  /** Still in this turn of the host, after the promise jobs before it. */
  soonest(): void {
    let on = true;
    this.#cancel = () => on = false;
    queueMicrotask(() => {
      if (on) this.#fire();
    });
  }

  /** In the host's next turn: its timers and I/O come first. */
  next(): void {
    if (typeof setImmediate === "function") {
      const id = setImmediate(() => this.#fire());
      this.#cancel = () => clearImmediate(id);
    } else this.#nextByMessage();
  }

  // #region after
  /** After some milliseconds. */
  after(delay: number): void {
    const id = setTimeout(
      () => this.#fire(),
      Math.min(Math.ceil(delay), LONGEST_HOST_TIMER),
    );
    this.#cancel = () => clearTimeout(id);
  }
  // #endregion

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  close(): void {
    this.cancel();
    this.#channel?.port1.close();
    this.#channel = null;
  }

  /** Browsers have no `setImmediate`, and slow down nested `setTimeout(0)`. */
  #nextByMessage(): void {
    const channel = this.#channel ??= new MessageChannel();
    let on = true;
    this.#cancel = () => on = false;
    channel.port1.onmessage = () => {
      if (on) this.#fire();
    };
    channel.port2.postMessage(null);
  }

  #fire(): void {
    this.#cancel = null;
    this.#callback();
  }
}

declare function setImmediate(callback: () => void): unknown;
declare function clearImmediate(id: unknown): void;
