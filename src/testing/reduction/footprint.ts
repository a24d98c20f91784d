/**
 * What one step of a run touches.
 *
 * A step is what runs between two deliveries. Two steps can change places when
 * neither writes what the other reads or writes, so of each step the search keeps
 * its *footprint*: the places it has read and written. A footprint that is not
 * known for certain is `null`, and meets every other.
 *
 * Four things leave marks:
 *
 * - a completion that declares a `resource`: its step writes that;
 * - objects handed through `track`: what is read and written of them;
 * - in native code, promises: to settle one, and to begin to wait for one, both
 *   write it, unless the step has made it itself. That is how strands of work that
 *   share nothing else influence each other: whoever settles first wins a
 *   `Promise.race`, and whoever ends last lets a `Promise.all` go on. The engine
 *   tells of promises (`reduction_promises.ts`);
 * - in coroutines, the futures, tasks, locks and queues of this library, which
 *   are asked to tell (`reduction_coroutines.ts`).
 *
 * Footprints of one run are compared with those of another, whose objects are
 * others. So objects go by number, in the order in which the run comes upon them.
 * Two runs that begin alike give the same numbers up to where they part, and
 * that is where their footprints are compared. What a step is the first to come
 * upon has a number that means something else in another run; such steps all
 * touch one place more, {@linkcode NEW}, and so meet each other. Within one run
 * they need not: there a number is one object.
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

/** Places that are not objects, and that hardly any program looks at. */
export type Rare = "names" | "tasks";

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

/** What counts of a footprint among the steps of one run. */
export function withoutNew(footprint: Footprint): Footprint {
  return footprint && footprint.filter(({ base }) => base !== NEW);
}

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
  readonly #looked: Set<Rare> = new Set();
  #promisesBefore = 0;
  #isLost = false;

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
    this.#isLost = false;
    this.on = true;
    watching = this;
  }

  /** Ends a run; nothing is kept until the next begins. */
  end(): void {
    this.on = false;
    if (watching === this) watching = null;
  }

  /** Ends a step. */
  endStep(): Footprint {
    const touched = this.#isLost ? null : [...this.#touched.values()];
    this.#touched.clear();
    this.#isLost = false;
    this.#promisesBefore = this.#promises.size;
    return touched !== null && touched.length > MOST_PLACES
      ? coarse(touched)
      : touched;
  }

  /** The step does what nobody can follow: what it touches is not known. */
  loseTrack(): void {
    this.#isLost = true;
  }

  /**
   * A step touches what is shared by all and hardly ever looked at: such writes
   * count only from when one is read. Until then, they would only keep steps
   * apart that nobody can tell apart.
   */
  touchRare(place: Rare, written: boolean): void {
    if (!written) this.#looked.add(place);
    if (this.#looked.has(place)) this.#touch(place, null, written);
  }

  /** The rare places that were looked at, up to now, in all of the runs. */
  get looked(): readonly Rare[] {
    return [...this.#looked];
  }

  /** Counts what is written to a rare place from the beginning on. */
  lookAt(place: Rare): void {
    this.#looked.add(place);
  }

  /** Has something done of which no step is to be told. */
  unheard<T>(act: () => T): T {
    const { on } = this;
    this.on = false;
    try {
      return act();
    } finally {
      this.on = on;
    }
  }

  /** A place that no object stands for is written. */
  touchPlace(place: string): void {
    this.#touch(place, null, true);
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
  made(promise: object, parent?: object): void {
    if (!this.on) return;
    const number = this.#promises.size;
    this.#promises.set(promise, { number, derived: this.calledThen });
    this.calledThen = false;
    if (parent !== undefined) this.touchPromise(parent, true);
  }

  /** A promise was settled. */
  settled(promise: object): void {
    if (!this.on) return;
    this.touchPromise(promise, true);
    // A callback of `then` has run, which an earlier step has attached. It may
    // have tried to settle, in vain, what another has settled: nobody can see.
    if (this.#isOld(promise) && this.#promises.get(promise)?.derived) {
      this.touchPlace(THEN);
    }
  }

  /** Whether it is known when a promise was made. */
  knows(promise: object): boolean {
    return this.#promises.has(promise);
  }

  /** A promise, or a future, is touched; one's own step may do with it as it likes. */
  touchPromise(promise: object, written: boolean): void {
    const known = this.#promises.get(promise);
    if (known === undefined) this.touch(promise, undefined, written);
    else if (this.#isOld(promise)) {
      this.#touch(`promise ${known.number}`, null, written);
    }
  }

  #isOld(promise: object): boolean {
    const number = this.#promises.get(promise)?.number ?? Infinity;
    return number < this.#promisesBefore;
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
