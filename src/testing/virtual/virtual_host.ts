/**
 * The clock and the timers of a program under test.
 *
 * This is the store alone: which timers wait, and what the time is. Who fires
 * them, and when, is decided outside: `virtual` lets all promise jobs run and
 * takes the earliest, `explore` takes the one that its schedule names. The fake
 * functions that programs call stand in `fake_globals.ts`; they find their host
 * there, and `install` puts it there.
 *
 * What must stay true: the clock never goes back, and moves only in `fire` and
 * `moveTo`. Timers of one deadline are kept in the order in which they were set.
 * A host in which no timer was set is reset at no cost, since an exploration does
 * that a million times a second.
 *
 * @module
 */

import type { AsyncContexts } from "../host/async_context.ts";
import { Deadlines } from "./deadlines.ts";
import { enter, leave } from "./fake_globals.ts";
import { type TimerKind, VirtualTimer } from "./virtual_timer.ts";

/** The virtual clock starts here: the first of January 2000, UTC. */
export const DEFAULT_DATE = /* @__PURE__ */ Date.UTC(2000, 0, 1);

/** Ids begin here, so that none is mistaken for one of the host's. */
export const FIRST_ID = 0x100_0000_0000;

/** More origins than this are not kept at once: see `#keepOrigin`. */
const MOST_ORIGINS = 1000;

/** A list shorter than this is not worth cleaning up. */
const COMPACT_FROM = 64;

let lastId = FIRST_ID;

/** How a host is made. */
export interface VirtualHostOptions {
  /** The date at the start, in milliseconds since 1970. */
  readonly date?: number;
  /** Keep where each timer was set; costs some microseconds each. */
  readonly origins?: boolean;
  /** Who asks, for the error of who asks next: `explore()`. */
  readonly owner?: string;
}

/** The clock and the timers of one run. */
export class VirtualHost {
  /** The date at the start, in milliseconds since 1970. */
  readonly date: number;
  /** Who runs on it. */
  readonly owner: string;
  /** Whether new timers keep where they were set; can be changed at any time. */
  origins: boolean;
  /** Given to timers as they are set; whoever drives the run counts it up. */
  step = 0;
  /** Asynchronous contexts that timers carry along, `null` for none. */
  contexts: AsyncContexts | null = null;
  readonly #deadlines = new Deadlines<VirtualTimer>();
  /** In the order in which they were set; those that are over among them. */
  #timers: VirtualTimer[] = [];
  #size = 0;
  /** Those that wait by id, from the first time that somebody asks by id. */
  #byId: Map<number, VirtualTimer> | null = null;
  #now = 0;
  #sequence = 0;

  /**
   * Makes a host whose clock stands at 0.
   *
   * @param options date, origins, owner
   */
  constructor(options: VirtualHostOptions = {}) {
    const { date = DEFAULT_DATE, origins = false, owner = "virtual()" } =
      options;
    this.date = date;
    this.origins = origins;
    this.owner = owner;
  }

  /** Milliseconds since the start. */
  now(): number {
    return this.#now;
  }

  /** How many timers wait. */
  get size(): number {
    return this.#size;
  }

  /** Those that wait, in the order in which they were set. */
  *timers(): IterableIterator<VirtualTimer> {
    for (const timer of this.#timers) if (timer.pending) yield timer;
  }

  /** The timer of an id while it waits. */
  timer(id: number): VirtualTimer | undefined {
    this.#byId ??= new Map(
      Array.from(this.timers(), (timer) => [timer.id, timer]),
    );
    return this.#byId.get(id);
  }

  /** The one that is due first, `undefined` when none waits. */
  first(): VirtualTimer | undefined {
    return this.#deadlines.first();
  }

  /**
   * Sets a timer.
   *
   * @param kind which function of the host sets it
   * @param delay milliseconds from now
   * @param callback what it calls
   * @param args with which arguments
   * @returns the timer
   */
  set(
    kind: TimerKind,
    delay: number,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
  ): VirtualTimer {
    const timer = this.#put(++lastId, kind, delay, callback, args);
    this.#keepOrigin(timer);
    if (this.contexts !== null) timer.context = this.contexts.capture();
    return timer;
  }

  /**
   * Calls a timer off; nothing happens when it does not wait.
   *
   * @param id the timer's id
   * @param timer the timer, where it is at hand
   */
  clear(id: number, timer: VirtualTimer | undefined = this.timer(id)): void {
    if (timer?.pending) this.#remove(timer);
  }

  /**
   * Sets a timer anew, with its whole delay from now. It goes behind those that
   * were set before.
   *
   * @param timer one that waits, or has fired
   * @returns the timer that waits now
   */
  again(timer: VirtualTimer): VirtualTimer {
    this.clear(timer.id, timer);
    const { id, kind, delay, callback, args } = timer;
    const next = this.#put(id, kind, delay, callback, args);
    next.refed = timer.refed;
    next.origin = timer.origin;
    next.context = timer.context;
    if (timer.handle !== null) timer.handle.timer = next;
    next.handle = timer.handle;
    return next;
  }

  /**
   * Fires a timer, no matter which is due first: the clock moves to its deadline
   * unless it is past that already, and its callback is called. An interval is
   * set anew after that. What the callback throws is thrown on.
   *
   * @param timer one that waits
   */
  fire(timer: VirtualTimer): void {
    this.moveTo(timer.deadline);
    const repeats = timer.kind === "setInterval";
    // An interval counts as waiting while it is called, for whoever clears it.
    if (!repeats) this.#remove(timer);
    try {
      if (timer.context === undefined) timer.callback(...timer.args);
      else this.contexts!.resume(timer.context, timer.callback, timer.args);
    } finally {
      // Unless it was cleared or set anew meanwhile.
      if (repeats && timer.pending) this.again(timer);
    }
  }

  /**
   * Moves the clock forward; a time that is past changes nothing.
   *
   * @param time milliseconds since the start
   */
  moveTo(time: number): void {
    if (time > this.#now) this.#now = time;
  }

  /** Makes it as new, for the next run. */
  reset(): void {
    this.#now = 0;
    this.step = 0;
    if (this.#sequence === 0) return;
    this.#sequence = 0;
    for (const timer of this.#timers) timer.pending = false;
    this.#timers = [];
    this.#size = 0;
    this.#byId = null;
    this.#deadlines.clear();
  }

  /**
   * Puts the fake functions in the place of the host's. Everything in this
   * process sees this clock until {@linkcode restore}.
   *
   * @throws {Error} when another run has put its clock there
   */
  install(): void {
    enter(this, "alone");
  }

  /**
   * The same, but only what runs in this host's asynchronous context sees its
   * clock: see `hostContexts`.
   *
   * @throws {Error} inside of another run, or beside one that is alone
   */
  share(): void {
    enter(this, "by context");
  }

  /** Gives the host its functions back. */
  restore(): void {
    leave(this);
  }

  #put(
    id: number,
    kind: TimerKind,
    delay: number,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
  ): VirtualTimer {
    const timer = new VirtualTimer(
      id,
      kind,
      delay,
      this.#now + delay,
      ++this.#sequence,
      this.step,
      callback as (...args: unknown[]) => unknown,
      args,
    );
    this.#timers.push(timer);
    this.#byId?.set(id, timer);
    this.#size++;
    this.#deadlines.push(timer);
    return timer;
  }

  #remove(timer: VirtualTimer): void {
    timer.pending = false;
    this.#byId?.delete(timer.id);
    this.#size--;
    const { length } = this.#timers;
    if (length < COMPACT_FROM || length < 2 * this.#size) return;
    this.#timers = this.#timers.filter(({ pending }) => pending);
  }

  /**
   * A thousand timers that wait at once are a load test. Their stacks would cost
   * more than everything else, and nobody reads the thousand and first leak.
   */
  #keepOrigin(timer: VirtualTimer): void {
    if (!this.origins || this.#size > MOST_ORIGINS) return;
    timer.origin = new Error(timer.kind);
  }
}
