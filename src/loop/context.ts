/**
 * Context variables, and the one place that knows whose step is running.
 *
 * A context is what a program would otherwise keep in a global: the current
 * user, the request id, the log prefix. asyncio's rule (rule 7) is that it
 * follows the *logical* flow: a context is copied when a callback is registered
 * and when a task is made, so what a task sets is seen by the task and by
 * whatever it starts later, and by nobody else.
 *
 * Copying has to be nearly free, since every callback and every task pays for
 * it, and most never set a variable. A `Context` is a box around an immutable map,
 * and steps share one box until one of them sets something: {@linkcode
 * shareContext} marks the box as shared, and {@linkcode ContextVar.set} gives the
 * step that sets a box of its own first. A box that the program can see is never
 * shared.
 *
 * Switching has to be free altogether. The loop does not swap contexts when it
 * goes from one task to the next, and does not even note which {@linkcode
 * Runnable} runs now: that is the one at the front of the queue, and the current
 * context is read from there when somebody asks.
 *
 * @module
 */

/** What the ready queue holds: something that can be run in a loop pass. */
export interface Runnable {
  /**
   * The context the step runs in.
   * @internal
   */
  _context: Context;
  /**
   * Runs one step. Never throws.
   * @internal
   */
  _run(): void;
  /**
   * What messages call this step.
   * @internal
   */
  _label(): string;
  /** Whether it was called off, and does nothing when its turn comes. */
  cancelled?(): boolean;
  /**
   * Does nothing but wake a task, so that a trace does not speak of it.
   * @internal
   */
  readonly _silent?: boolean;
}

type Variables = ReadonlyMap<ContextVar<unknown>, unknown>;

const NOTHING_SET: Variables = new Map();

/**
 * A mapping from context variables to values, as `contextvars.Context`.
 *
 * @example
 * ```ts
 * import { Context, ContextVar } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const user = new ContextVar<string>("user");
 * const context = new Context();
 * context.run(() => user.set("ada"));
 * assertEquals(context.get(user), "ada");
 * ```
 *
 * @see https://docs.python.org/3/library/contextvars.html#contextvars.Context
 */
export class Context {
  #variables: Variables = NOTHING_SET;
  #entered = false;
  /**
   * Several steps stand on this box: whoever sets must take a copy.
   * @internal
   */
  _shared = false;
  /**
   * The program holds this box, so it must stay the one its steps write to.
   * @internal
   */
  _visible = true;

  /**
   * Calls a function in this context: what it sets stays in this context.
   *
   * @param callback the function to call
   * @param args its arguments
   * @returns what the function returns
   * @throws {Error} when the context has already been entered
   */
  run<A extends unknown[], R>(callback: (...args: A) => R, ...args: A): R {
    if (this.#entered) {
      throw new Error(
        "Context is already entered; run a copy of it: context.copy().run(…)",
      );
    }
    const previous = entered;
    this.#entered = true;
    entered = this;
    try {
      return callback(...args);
    } finally {
      entered = previous;
      this.#entered = false;
    }
  }

  /**
   * A new context with the same values; costs the same however many there are.
   *
   * @returns the copy
   */
  copy(): Context {
    const copy = new Context();
    copy.#variables = this.#variables;
    return copy;
  }

  /** @internal */
  _hiddenCopy(): Context {
    const copy = this.copy();
    copy._visible = false;
    return copy;
  }

  /**
   * The value a variable has in this context.
   *
   * @param variable the variable
   * @returns its value, or `undefined` where it was never set
   */
  get<T>(variable: ContextVar<T>): T | undefined {
    return this.#variables.get(variable as ContextVar<unknown>) as
      | T
      | undefined;
  }

  /**
   * Whether a variable was set in this context.
   *
   * @param variable the variable
   * @returns `true` where it has a value of its own
   */
  has<T>(variable: ContextVar<T>): boolean {
    return this.#variables.has(variable as ContextVar<unknown>);
  }

  /** How many variables are set. */
  get size(): number {
    return this.#variables.size;
  }

  /**
   * The variables and their values.
   *
   * @returns an iterator over pairs
   */
  [Symbol.iterator](): IterableIterator<[ContextVar<unknown>, unknown]> {
    return this.#variables.entries() as IterableIterator<
      [ContextVar<unknown>, unknown]
    >;
  }

  /** @internal */
  _put(variable: ContextVar<unknown>, value: unknown): void {
    const variables = new Map(this.#variables);
    variables.set(variable, value);
    this.#variables = variables;
  }

  /** @internal */
  _drop(variable: ContextVar<unknown>): void {
    const variables = new Map(this.#variables);
    variables.delete(variable);
    this.#variables = variables;
  }
}

/** What {@linkcode ContextVar.set} returns; hand it to `reset` to undo it. */
export class Token<T> {
  /** The variable that was set. */
  readonly variable: ContextVar<T>;
  /** The value before, or `Token.MISSING` where there was none. */
  readonly oldValue: T | typeof Token.MISSING;
  /** Stands for "there was no value". */
  static readonly MISSING: unique symbol = Symbol("Token.MISSING");
  /** @internal */
  readonly _context: Context;
  /** @internal */
  _used = false;

  /** @internal */
  constructor(
    variable: ContextVar<T>,
    oldValue: T | typeof Token.MISSING,
    context: Context,
  ) {
    this.variable = variable;
    this.oldValue = oldValue;
    this._context = context;
  }
}

/** How a {@linkcode ContextVar} is made. */
export interface ContextVarOptions<T> {
  /** The value in every context that has none of its own. */
  defaultValue?: T;
}

/**
 * A variable whose value depends on the context, as `contextvars.ContextVar`.
 *
 * @example
 * ```ts
 * import { ContextVar, createTask, runSync } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const user = new ContextVar("user", { defaultValue: "nobody" });
 * function* child() {
 *   user.set("child");
 * }
 * function* main() {
 *   user.set("main");
 *   yield* createTask(child());
 *   return user.get();
 * }
 * assertEquals(runSync(main), "main");
 * ```
 *
 * @see https://docs.python.org/3/library/contextvars.html#contextvars.ContextVar
 */
export class ContextVar<T> {
  /** The name, for messages. */
  readonly name: string;
  readonly #options: ContextVarOptions<T>;

  /**
   * Makes a variable.
   *
   * @param name the name, for messages
   * @param options the default value, if there is one
   */
  constructor(name: string, options: ContextVarOptions<T> = {}) {
    this.name = name;
    this.#options = options;
  }

  /**
   * The value in the current context.
   *
   * @param fallback returned where the variable has no value
   * @returns the value, else the fallback, else the default
   * @throws {ReferenceError} where there is none of the three
   */
  get(...fallback: [] | [T]): T {
    const context = currentContext();
    if (context.has(this)) return context.get(this) as T;
    if (fallback.length === 1) return fallback[0];
    if ("defaultValue" in this.#options) return this.#options.defaultValue as T;
    throw new ReferenceError(
      `Context variable "${this.name}" has no value here; set it, or give it a defaultValue`,
    );
  }

  /**
   * Sets the value in the current context.
   *
   * @param value the new value
   * @returns a token that undoes it
   */
  set(value: T): Token<T> {
    const context = ownContext();
    const old = context.has(this) ? context.get(this) as T : Token.MISSING;
    context._put(this as ContextVar<unknown>, value);
    return new Token<T>(this, old, context);
  }

  /**
   * Puts back the value from before a `set`.
   *
   * @param token what that `set` returned
   * @throws {Error} when the token was used, or belongs to another variable or
   * another context
   */
  reset(token: Token<T>): void {
    if (token._used) {
      throw new Error("Token was already used; each undoes one set()");
    }
    if (token.variable !== this) {
      throw new Error(
        `Token belongs to context variable "${token.variable.name}", not to "${this.name}"`,
      );
    }
    if (token._context !== ownContext()) {
      throw new Error(
        `Token of "${this.name}" was made in another context; reset it in the task that called set()`,
      );
    }
    if (token.oldValue === Token.MISSING) {
      token._context._drop(this as ContextVar<unknown>);
    } else {
      token._context._put(this as ContextVar<unknown>, token.oldValue);
    }
    token._used = true;
  }
}

/**
 * A copy of the current context, as `contextvars.copy_context`.
 *
 * @returns the copy
 *
 * @example
 * ```ts
 * import { ContextVar, copyContext } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const level = new ContextVar("level", { defaultValue: 0 });
 * const context = copyContext();
 * context.run(() => level.set(1));
 * assertEquals(level.get(), 0);
 * ```
 *
 * @see https://docs.python.org/3/library/contextvars.html#contextvars.copy_context
 */
export function copyContext(): Context {
  return currentContext().copy();
}

// #region running
let outside = new Context()._hiddenCopy();
let entered: Context | null = null;
let ready: StepQueue | null = null;
let nested: Runnable | null = null;

/**
 * A queue whose front is the step that runs. So that switching from one step to
 * the next costs no more than going on in the queue, nobody notes which it is.
 */
interface StepQueue {
  readonly front: Runnable;
  dropFront(): void;
}

/** The context that code running now reads and writes. */
export function currentContext(): Context {
  if (entered !== null) return entered;
  const running = runningStep();
  return running === null ? outside : running._context;
}

/** The current context, to be inherited by a new step. Costs an assignment. */
export function shareContext(): Context {
  const context = currentContext();
  if (context._visible) return context._hiddenCopy();
  context._shared = true;
  return context;
}

/** The current context, to be changed: shared with no other step. */
function ownContext(): Context {
  if (entered !== null) return entered;
  const running = runningStep();
  return running === null ? outside = unshared(outside) : ownContextOf(running);
}

/** The context of a step, to be shown to the program. */
export function visibleContextOf(step: Runnable): Context {
  const context = ownContextOf(step);
  context._visible = true;
  return context;
}

function ownContextOf(step: Runnable): Context {
  return step._context = unshared(step._context);
}

function unshared(context: Context): Context {
  return context._shared ? context._hiddenCopy() : context;
}

/** The task or callback whose step is running, `null` outside of any. */
export function runningStep(): Runnable | null {
  if (nested !== null) return nested;
  return ready === null ? null : ready.front;
}

/** From here on the front of a queue is the step that runs. */
export function beginSteps(queue: StepQueue): void {
  ready = queue;
}

/** No step runs any more. */
export function endSteps(): void {
  ready = null;
}

/** The same, in the middle of a step: somebody threw through the loop. */
export function breakOffSteps(): void {
  ready?.dropFront();
  ready = null;
}
// #endregion

/**
 * Runs a step in the middle of another one (an eager task's first), and puts
 * everything back as it was.
 */
export function runNested(step: Runnable, body: () => void): void {
  const outerStep = nested;
  const outerEntered = entered;
  nested = step;
  entered = null;
  try {
    body();
  } finally {
    nested = outerStep;
    entered = outerEntered;
  }
}
