/**
 * Which objects can be seen into: everything that is done with them goes through
 * the traps of a stand-in. What has private fields, and what the host keeps
 * outside of JavaScript, can't.
 *
 * @module
 */

/**
 * Whether everything that is done with an object goes through its stand-in.
 *
 * @param original the object itself
 * @returns `false` for functions, objects of the host, and private fields
 */
export function canTrack(original: object): boolean {
  if (typeof original === "function") return false;
  if (Array.isArray(original)) return true;
  const prototype = Object.getPrototypeOf(original);
  if (prototype === null || prototype === Object.prototype) return true;
  let can = trackable.get(prototype);
  if (can === undefined) {
    can = isOpenClass(prototype);
    trackable.set(prototype, can);
  }
  return can;
}

const trackable: WeakMap<object, boolean> = new WeakMap();

/** Classes of the program's own that have no private fields. */
function isOpenClass(prototype: object | null): boolean {
  for (; prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    if (isOpen(prototype)) return true;
    const maker = Object.getOwnPropertyDescriptor(prototype, "constructor")
      ?.value;
    if (typeof maker !== "function" || isNative(maker)) return false;
    if (PRIVATE_FIELD.test(sourceOf(maker))) return false;
  }
  return true;
}

function isOpen(prototype: object): boolean {
  return prototype === Object.prototype || prototype === Array.prototype ||
    prototype === Map.prototype || prototype === Set.prototype;
}

/** A private field, or what a compiler makes of one. */
const PRIVATE_FIELD = /#[\p{ID_Start}_$]|\b(WeakMap|WeakSet|__private\w*)\b/u;

/** Whether a function is the engine's own. */
export function isNative(callable: unknown): boolean {
  return /\{\s*\[native code\]\s*\}$/.test(sourceOf(callable));
}

function sourceOf(callable: unknown): string {
  return Function.prototype.toString.call(callable);
}
