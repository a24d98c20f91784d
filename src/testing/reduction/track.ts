/**
 * Objects that tell what is read and written of them.
 *
 * A search leaves out orders of steps that can't influence each other. Whether
 * two can, it has to know for certain, and a plain object does not say who looks
 * at it. Behind a stand-in that does, every access counts towards the footprint of
 * the step that makes it (see `footprint.ts`).
 *
 * What can't be seen must not be overlooked. An object with private fields can't
 * be seen into, and is refused. What is stored in a tracked object is tracked,
 * too, when it is a plain object, an array, a `Map`, a `Set` or an instance of a
 * class; of anything else, a date or a promise, nobody knows what its reader does
 * with it, so to read it counts as to write it.
 *
 * @module
 */

import { describe } from "../../tasks/coroutine.ts";
import { canTrack, isNative } from "./can_track.ts";
import {
  type Footsteps,
  isObject,
  ORDER,
  type Touched,
  watching,
} from "./footprint.ts";

const standIns: WeakMap<object, object> = new WeakMap();
const originals: WeakMap<object, object> = new WeakMap();

/**
 * Makes an object tell an exploration what is read and written of it. Steps that
 * read and write different parts of tracked objects can't influence each other,
 * so `explore` need not try both of their orders.
 *
 * Use the result everywhere, and make it in the body, so that every run has one of
 * its own. Completions whose steps touch nothing but tracked objects say so by
 * `resource: []`. Outside of an exploration, it is like the object itself.
 *
 * @param object a plain object, an array, a `Map`, a `Set`, or an instance of a
 * class without private fields
 * @returns a stand-in for the object, with everything in it
 * @throws {TypeError} for what can't be seen into
 *
 * @example
 * ```ts
 * import { explore, track } from "@loopbook/loopbook";
 * import { assert } from "@std/assert";
 *
 * const report = await explore(async ({ io, check }) => {
 *   const shop = track({ coffee: 0, tea: 0 });
 *   async function sell(what: "coffee" | "tea") {
 *     await io("pay", { resource: [] });
 *     shop[what]++;
 *     await io("print", { resource: [] });
 *   }
 *   await Promise.all([sell("coffee"), sell("tea")]);
 *   check(shop.coffee + shop.tea === 2);
 * });
 * assert(report.schedules < 22); // as many as there are without `resource`
 * ```
 */
export function track<T extends object>(object: T): T {
  const original = originalOf(object);
  if (!canTrack(original)) {
    throw new TypeError(
      `track() can't see what is done with ${
        describe(object)
      }; give it a plain object, an array, a Map, a Set or an instance of a class without private fields, or name it as a resource: io(label, { resource: it })`,
    );
  }
  watching?.meetNew();
  if (watching !== null) { for (const part of partsOf(original)) note(part); }
  return standInOf(original) as T;
}

/**
 * An object and all that is in it, as far as it is tracked.
 *
 * @param object an object or its stand-in
 * @returns the objects themselves, each once
 */
export function partsOf(object: object): Set<object> {
  const found = new Set<object>();
  const visit = (value: unknown): void => {
    if (!isObject(value)) return;
    const original = originalOf(value);
    if (found.has(original)) return;
    if (found.size > 0 && !canTrack(original)) return;
    found.add(original);
    if (!canTrack(original)) return;
    if (original instanceof Map) {
      for (const [key, each] of original) visit(key), visit(each);
    } else if (original instanceof Set) original.forEach(visit);
    for (
      const field of Object.values(Object.getOwnPropertyDescriptors(original))
    ) {
      visit(field.value);
    }
  };
  visit(object);
  return found;
}

/**
 * Whether an object is the stand-in of a tracked one.
 *
 * @param object any object
 * @returns `true` for what `track` gave
 */
export function isTracked(object: object): boolean {
  return originals.has(object);
}

/**
 * The places that a completion declares.
 *
 * @param resource what its `io` was given, not `undefined`
 * @param steps numbers the objects among them
 * @returns the places, all of them written
 */
export function declaredPlaces(
  resource: unknown,
  steps: Footsteps,
): readonly Touched[] {
  const all = Array.isArray(resource) && !isTracked(resource)
    ? resource
    : [resource];
  return all.flatMap((each): Touched[] => {
    const bases = isObject(each)
      ? Array.from(partsOf(each), (part) => {
        // Who meets it behind its stand-in must know that it has got a number.
        const number = standIns.has(part)
          ? steps.numberOf(part)
          : steps.name(part);
        return `#${number}`;
      })
      : [`${typeof each} ${String(each)}`];
    return bases.map((base) => ({ base, key: null, written: true }));
  });
}

/** Gives an object its number while it is seen for the first time. */
function note(object: object): void {
  watching?.numberOf(object);
}

function originalOf<T>(value: T): T {
  return isObject(value) ? (originals.get(value) ?? value) as T : value;
}

function standInOf(original: object): object {
  let standIn = standIns.get(original);
  if (standIn === undefined) {
    const handler = original instanceof Map || original instanceof Set
      ? collectionHandler
      : objectHandler;
    standIn = new Proxy(original, handler);
    standIns.set(original, standIn);
    originals.set(standIn, original);
  }
  return standIn;
}

/** What a reader gets of a value that is stored in a tracked object. */
function shown(value: unknown): unknown {
  return isObject(value) && canTrack(originalOf(value))
    ? standInOf(originalOf(value))
    : value;
}

/** Whether a reader could change a value in a way that nobody sees. */
function isOpaque(value: unknown): boolean {
  return isObject(value) && typeof value !== "function" &&
    !canTrack(originalOf(value));
}

function touch(object: object, key: unknown, written: boolean): void {
  watching?.touch(object, key, written);
}

function store<T>(value: T): T {
  const original = originalOf(value);
  if (watching !== null && isObject(original) && canTrack(original)) {
    for (const part of partsOf(original)) note(part);
  }
  return original;
}

// #region handler
const objectHandler: ProxyHandler<object> = {
  get(object, key, standIn) {
    const value = Reflect.get(object, key, standIn);
    touch(object, key, isOpaque(value));
    return isFixed(object, key) ? value : shown(value);
  },
  set(object, key, value, standIn) {
    touchWritten(object, key);
    // A setter of a class gets the stand-in, a field the object itself.
    const setter = setterOf(object, key);
    return setter === null
      ? Reflect.set(object, key, store(value))
      : Reflect.set(object, key, value, standIn);
  },
  has(object, key) {
    touch(object, key, false);
    return Reflect.has(object, key);
  },
  deleteProperty(object, key) {
    touchWritten(object, key);
    return Reflect.deleteProperty(object, key);
  },
  defineProperty(object, key, descriptor) {
    touchWritten(object, key);
    if ("value" in descriptor) descriptor.value = store(descriptor.value);
    return Reflect.defineProperty(object, key, descriptor);
  },
  ownKeys(object) {
    touch(object, undefined, false);
    return Reflect.ownKeys(object);
  },
  getOwnPropertyDescriptor(object, key) {
    const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
    touch(object, key, isOpaque(descriptor?.value));
    if (descriptor?.configurable && "value" in descriptor) {
      descriptor.value = shown(descriptor.value);
    }
    return descriptor;
  },
};
// #endregion

/** A write to an array may change its length, and the length its elements. */
function touchWritten(object: object, key: PropertyKey): void {
  const all = Array.isArray(object) &&
    (key === "length" || Number(key) >= object.length);
  touch(object, all ? undefined : key, true);
  if (!Object.hasOwn(object, key)) touch(object, ORDER, true);
}

/** What is new to a map or a set comes last in it. */
function touchEntry(it: Collection, key: unknown): void {
  touch(it, key, true);
  if (!it.has(originalOf(key))) touch(it, ORDER, true);
}

/** A proxy may not show anything else for a field that can't change. */
function isFixed(object: object, key: PropertyKey): boolean {
  const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
  return descriptor?.configurable === false && descriptor.writable === false;
}

function setterOf(object: object, key: PropertyKey): unknown {
  for (
    let holder: object | null = object;
    holder !== null;
    holder = Object.getPrototypeOf(holder)
  ) {
    const descriptor = Reflect.getOwnPropertyDescriptor(holder, key);
    if (descriptor !== undefined) return descriptor.set ?? null;
  }
  return null;
}

type Collection = Map<unknown, unknown> & Set<unknown>;

/** What the methods of maps and sets do, told and done. */
const collectionMethods: Record<
  PropertyKey,
  (it: Collection, ...args: never[]) => unknown
> = {
  has: (it, key) => (touch(it, key, false), it.has(originalOf(key))),
  get(it, key) {
    const value = it.get(originalOf(key));
    touch(it, key, isOpaque(value));
    return shown(value);
  },
  set(it, key, value) {
    touchEntry(it, key);
    it.set(store(key), store(value));
    return standInOf(it);
  },
  add(it, value) {
    touchEntry(it, value);
    it.add(store(value));
    return standInOf(it);
  },
  delete: (it, key) => (touch(it, key, true), it.delete(originalOf(key))),
  clear: (it) => (touch(it, undefined, true), it.clear()),
  forEach(it, callback: (...args: unknown[]) => unknown, self: unknown) {
    for (const [key, value] of walk(it, it.entries())) {
      callback.call(self, value, key, standInOf(it));
    }
  },
  keys: (it) => walk(it, it.keys()),
  values: (it) => walk(it, it.values()),
  entries: (it) => walk(it, it.entries()),
};

// Marked pure: a bundler then leaves it out of programs that track nothing.
const collectionHandler: ProxyHandler<object> = /* @__PURE__ */ Object.assign(
  {},
  objectHandler,
  {
    get(object: object, key: PropertyKey, standIn: unknown): unknown {
      const it = object as Collection;
      const told = key === Symbol.iterator ? iterate : collectionMethods[key];
      if (told !== undefined && typeof it[key as "has"] === "function") {
        return (...args: never[]) => told(it, ...args);
      }
      if (key === "size") {
        touch(it, undefined, false);
        return it.size;
      }
      const value = Reflect.get(object, key, standIn);
      if (typeof value !== "function" || !isNative(value)) return shown(value);
      // Methods that make new sets of old: they read, and change nothing.
      return (...args: unknown[]) => {
        touch(it, undefined, false);
        return value.apply(it, args.map(originalOf));
      };
    },
  },
);

function iterate(it: Collection): unknown {
  return walk(it, it[Symbol.iterator]());
}

/** Tells of every step of an iteration, whichever step of the run makes it. */
function* walk<T>(it: object, iterator: Iterable<T>): Generator<T> {
  for (const each of iterator) {
    const values: unknown[] = Array.isArray(each) ? each : [each];
    touch(it, undefined, values.some(isOpaque));
    yield (Array.isArray(each) ? each.map(shown) : shown(each)) as T;
  }
  touch(it, undefined, false);
}
