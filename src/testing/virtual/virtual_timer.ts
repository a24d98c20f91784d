/**
 * Timers on the virtual clock, and what the program holds of them.
 *
 * @module
 */

/** Which of the host's functions set a timer. */
export type TimerKind =
  | "setTimeout"
  | "setInterval"
  | "setImmediate"
  | "AbortSignal.timeout"
  | "requestAnimationFrame"
  | "requestIdleCallback"
  | "scheduler.postTask"
  | "time.sleep"
  | "timers/promises"
  | "event loop";

/** A timer that waits for its deadline. */
export class VirtualTimer {
  /** The same for every turn of an interval, another for any other timer. */
  readonly id: number;
  /** Which function of the host set it. */
  readonly kind: TimerKind;
  /** How long after it was set, in milliseconds. */
  readonly delay: number;
  /** When it is due, in milliseconds on the virtual clock. */
  readonly deadline: number;
  /** The order in which timers were set. */
  readonly sequence: number;
  /** The step of the run in which it was set: see `VirtualHost.step`. */
  readonly step: number;
  /** Whether it waits: not fired, and not called off. */
  pending = true;
  /** Whether it must have fired or been called off when the program ends. */
  refed = true;
  /** Where it was set; only while origins are kept. */
  origin: Error | null = null;
  /** What it calls. */
  readonly callback: (...args: unknown[]) => unknown;
  /** With these arguments. */
  readonly args: readonly unknown[];
  /** What the program holds of it, where that is an object. */
  handle: VirtualTimeout | null = null;
  /** Of what runs asynchronously, where the host tells it. */
  context: unknown = undefined;

  /** Made by `VirtualHost.set`. */
  constructor(
    id: number,
    kind: TimerKind,
    delay: number,
    deadline: number,
    sequence: number,
    step: number,
    callback: (...args: unknown[]) => unknown,
    args: readonly unknown[],
  ) {
    this.id = id;
    this.kind = kind;
    this.delay = delay;
    this.deadline = deadline;
    this.sequence = sequence;
    this.step = step;
    this.callback = callback;
    this.args = args;
  }

  /** What to call it in a message: `setTimeout(retry, 100)`. */
  get label(): string {
    const { kind, delay, callback } = this;
    const name = callback.name || "…";
    switch (kind) {
      case "setTimeout":
      case "setInterval":
        return `${kind}(${name}, ${delay})`;
      case "AbortSignal.timeout":
      case "time.sleep":
        return `${kind}(${delay})`;
      case "timers/promises":
        return `setTimeout(${delay}) of timers/promises`;
      case "event loop":
        return `a turn of an event loop after ${delay} ms`;
    }
    return `${kind}(${name})`;
  }
}

/** What a program's handle of a timer asks for. */
export interface TimerOwner {
  /** The timer of an id while it waits. */
  timer(id: number): VirtualTimer | undefined;
  /** Calls it off; nothing happens when there is none. */
  clear(id: number, timer?: VirtualTimer): void;
  /** Sets a timer anew: its whole delay from now. */
  again(timer: VirtualTimer): VirtualTimer;
}

/** What `setTimeout` gives in hosts where that is an object. */
export class VirtualTimeout {
  readonly #owner: TimerOwner;
  /**
   * The timer as it was set last.
   * @internal
   */
  timer: VirtualTimer;

  /** Made by the fake `setTimeout`. */
  constructor(owner: TimerOwner, timer: VirtualTimer) {
    this.#owner = owner;
    this.timer = timer;
    timer.handle = this;
  }

  /** The program shall not end before it. */
  ref(): this {
    this.timer.refed = true;
    return this;
  }

  /** The program may end before it. */
  unref(): this {
    this.timer.refed = false;
    return this;
  }

  /** Whether the program shall not end before it. */
  hasRef(): boolean {
    return this.timer.refed;
  }

  /** Sets it anew with the same delay, also after it has fired. */
  refresh(): this {
    this.#owner.again(this.timer);
    return this;
  }

  /** Calls it off. */
  close(): this {
    this.#owner.clear(this.timer.id, this.timer);
    return this;
  }

  /** The number that `clearTimeout` takes as well. */
  [Symbol.toPrimitive](): number {
    return this.timer.id;
  }

  /** For `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}
