/**
 * What one step of a run touches.
 *
 * A step is what runs between two deliveries. Two steps can change places when
 * neither writes what the other reads or writes, so of each step the search keeps
 * its *footprint*: the places it has read and written. A footprint that is not
 * known for certain is `null`, and meets every other.
 *
 * Three things leave marks:
 *
 * - a completion that declares a `resource`: its step writes that;
 * - objects handed through `track`: what is read and written of them;
 * - promises: to settle one, and to begin to wait for one, both write it, unless
 *   the step has made it itself. That is how strands of work that share nothing
 *   else influence each other: whoever settles first wins a `Promise.race`, and
 *   whoever ends last lets a `Promise.all` go on. The engine tells of promises.
 *
 * Footprints of one run are compared with those of another, whose objects are
 * others. So objects go by number, in the order in which the run comes upon them.
 * Two runs that begin alike give the same numbers up to where they part, and
 * that is where their footprints are compared. What a step is the first to come
 * upon has no number that another run could share; such steps all touch one
 * place, {@linkcode NEW}, and so meet each other.
 *
 * @module
 */

/** A place that a step has touched. */
export interface Touched {
  /** An object or a declared resource. */
  readonly base: string;
  /** Which part of it, `null` for all of it. */
  readonly key: string | null;
  /** Whether it was written, or only read. */
  readonly written: boolean;
}

/** All that a step has touched; `null` when that is not known. */
export type Footprint = readonly Touched[] | null;

/** A step that touches more places than this has touched the whole of each. */
const MOST_PLACES = 64;

const NEW = "new";
const THEN = "then";

// #region meet
/**
 * Whether two steps may influence each other.
 *
 * @param one what a step has touched
 * @param other what another has touched
 * @returns `false` only when both are known, and neither has written what the
 * other has touched
 */
export function meet(one: Footprint, other: Footprint): boolean {
  if (one === null || other === null) return true;
  return one.some((mine) =>
    other.some((its) =>
      mine.base === its.base && (mine.written || its.written) &&
      (mine.key === its.key || mine.key === null || its.key === null)
    )
  );
}
// #endregion

interface Known {
  readonly number: number;
  /** Derived from another promise by `then`. */
  readonly derived: boolean;
}

/** Keeps what the step of the moment touches. */
export class Footsteps {
  readonly #objects: Map<object, number> = new Map();
  readonly #promises: Map<object, Known> = new Map();
  readonly #touched: Map<string, Touched> = new Map();
  #promisesBefore = 0;

  /** Whether a run is on, whose steps are to be kept. */
  on = false;

  /** Whether the next promise is made by `then`, and not by `await`. */
  calledThen = false;

  /** Begins a run. */
  begin(): void {
    this.#objects.clear();
    this.#promises.clear();
    this.#touched.clear();
    this.#promisesBefore = 0;
    this.on = true;
    watching = this;
  }

  /** Ends a run; nothing is kept until the next begins. */
  end(): void {
    this.on = false;
    if (watching === this) watching = null;
  }

  /** Ends a step. */
  endStep(): readonly Touched[] {
    const touched = [...this.#touched.values()];
    this.#touched.clear();
    this.#promisesBefore = this.#promises.size;
    return touched.length > MOST_PLACES ? coarse(touched) : touched;
  }

  /** An object is touched; a primitive key names a part of it. */
  touch(object: object, key: unknown, written: boolean): void {
    this.#touch(`#${this.numberOf(object)}`, keyOf(key), written);
  }

  /** The number of an object in this run. */
  numberOf(object: object): number {
    const number = this.#objects.get(object);
    if (number !== undefined) return number;
    this.meetNew();
    return this.name(object);
  }

  /** An object is met in a way that no other run need know it by. */
  meetNew(): void {
    this.#touch(NEW, null, true);
  }

  /** Gives an object its number without counting that as a touch. */
  name(object: object): number {
    const number = this.#objects.get(object) ?? this.#objects.size;
    this.#objects.set(object, number);
    return number;
  }

  /** A promise was made; with a parent, by waiting for that one. */
  made(promise: object, parent: object | undefined): void {
    if (!this.on) return;
    const number = this.#promises.size;
    this.#promises.set(promise, { number, derived: this.calledThen });
    this.calledThen = false;
    if (parent !== undefined) this.#touchPromise(parent);
  }

  /** A promise was settled. */
  settled(promise: object): void {
    if (!this.on) return;
    const known = this.#touchPromise(promise);
    // A callback of `then` has run, which an earlier step has attached. It may
    // have tried to settle, in vain, what another has settled: nobody can see.
    if (known?.derived) this.#touch(THEN, null, true);
  }

  #touchPromise(promise: object): Known | null {
    const known = this.#promises.get(promise);
    if (known === undefined) {
      this.#touch(NEW, null, true); // made before the run
      return null;
    }
    if (known.number >= this.#promisesBefore) return null;
    this.#touch(`promise ${known.number}`, null, true);
    return known;
  }

  #touch(base: string, key: string | null, written: boolean): void {
    const place = key === null ? base : `${base} ${key}`;
    if (this.#touched.get(place)?.written) return;
    this.#touched.set(place, { base, key, written });
  }
}

/** Who keeps the steps of the run of the moment. */
export let watching: Footsteps | null = null;

/** Whether a value has an identity of its own. */
export function isObject(value: unknown): value is object {
  return typeof value === "function" ||
    typeof value === "object" && value !== null;
}

/** The part of an object that two insertions both write: what came first. */
export const ORDER: unique symbol = Symbol("order");

/** Objects and symbols have no name that another run would know. */
function keyOf(key: unknown): string | null {
  if (key === ORDER) return "order";
  return isObject(key) || typeof key === "symbol" || key === undefined
    ? null
    : `${typeof key} ${String(key)}`;
}

function coarse(touched: readonly Touched[]): Touched[] {
  const bases = new Map<string, Touched>();
  for (const { base, written } of touched) {
    const before = bases.get(base)?.written ?? false;
    bases.set(base, { base, key: null, written: written || before });
  }
  return [...bases.values()];
}
