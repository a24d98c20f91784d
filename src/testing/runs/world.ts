/**
 * The world that a body under exploration lives in.
 *
 * Everything that a real host would decide goes through it. One world serves all
 * runs of an exploration; it passes on what it is asked to the run of the moment.
 *
 * @module
 */

import type { Coroutine } from "../../tasks/coroutine.ts";
import { describe, isCoroutine } from "../../tasks/coroutine.ts";
import { checkOptions } from "../virtual/known_options.ts";

/** What `io` gives: `await` it in async code, `yield*` it in a coroutine. */
export interface Completion<T> extends Promise<T> {
  /**
   * For coroutines. In async code this is a plain promise, without it.
   *
   * @returns a coroutine of one wait
   */
  [Symbol.iterator](): Coroutine<T>;
}

/** How an operation of the outside world behaves. */
export interface IoOptions {
  /** What it is called in schedules and failures; by default its own name. */
  readonly label?: string;
  /**
   * What runs when it completes, up to the next wait, touches: a value, or an
   * array of values; objects that `track` gave need not be named, so `[]` says
   * that there is nothing else. Steps that share nothing can't influence each
   * other, so fewer orders have to be tried. What is left out here is overlooked:
   * say nothing when in doubt, and every order is tried.
   */
  readonly resource?: unknown;
  /**
   * What it may fail with: errors, texts that become errors, or functions that
   * make one. A call that fails has no effect.
   */
  readonly faults?: readonly (Error | string | (() => unknown))[];
}

/** Puts the outside world into the hands of the schedule. */
export interface Io {
  /**
   * A bare completion: nothing but a wait for the host.
   *
   * @param label what it is called
   * @param options faults, resource
   * @returns completes when the schedule says so
   */
  (label: string, options?: IoOptions): Completion<void>;
  /**
   * Wraps an async function or a coroutine function. When a call takes effect and
   * when its result arrives are decided apart.
   *
   * @param target the function
   * @param options label, faults, resource
   * @returns the same function, in the hands of the schedule
   */
  <F extends (...args: never[]) => PromiseLike<unknown> | Coroutine<unknown>>(
    target: F,
    options?: IoOptions,
  ): F;
  /**
   * Wraps a plain function as something of the outside world: its calls become
   * asynchronous.
   *
   * @param target the function
   * @param options label, faults, resource
   * @returns a function whose results have to be waited for
   */
  <A extends unknown[], R>(
    target: (...args: A) => R,
    options?: IoOptions,
  ): (...args: A) => Completion<R>;
  /**
   * Wraps every async method of an object, and every step of an async generator
   * that a method gives. Methods that are no async functions are called at once;
   * of those that give a promise, the result's arrival is decided. Everything else
   * of the object is as before.
   *
   * @param target the object
   * @param options label, faults, resource
   * @returns a stand-in for the object
   */
  <T extends object>(target: T, options?: IoOptions): T;
}

/** What the body under exploration is handed. */
export interface World {
  /** Puts the outside world into the hands of the schedule. */
  readonly io: Io;
  /**
   * Leaves a choice to the schedule: it goes through all of them.
   *
   * @param label what is chosen
   * @param options what there is to choose from
   * @returns one of the options
   */
  readonly choose: <T>(label: string, options: readonly T[]) => T;
  /**
   * The virtual time.
   *
   * @returns milliseconds since the run began
   */
  readonly now: () => number;
  /**
   * Holds the body to an invariant. The run goes on and then counts as failed.
   *
   * @param condition what has to be true
   * @param message what is wrong when it is not
   * @throws {Error} when that is so and the run is over
   * @throws {TypeError} for a promise, a coroutine or a function, which are true
   * whatever comes of them
   */
  readonly check: (condition: unknown, message?: string) => void;
}

/** A call of a wrapped function. */
export interface Call {
  readonly target: (...args: unknown[]) => unknown;
  readonly self: unknown;
  readonly args: readonly unknown[];
  readonly label: string;
  readonly options: IoOptions;
}

/** What a world needs of the run. */
export interface Scene {
  readonly active: boolean;
  /** Whether it is of native code, which waits for promises. */
  readonly needsDrain: boolean;
  readonly time: number;
  bare(label: string, options: IoOptions): Completion<void>;
  call(call: Call): unknown;
  /** A call whose effect is past; only the arrival of its result is decided. */
  arrival(promise: PromiseLike<unknown>, call: Call): unknown;
  choose<T>(label: string, options: readonly T[]): T;
  violate(message: string): void;
  /** For who asks when no run is on: a promise that nobody settles. */
  late(): Promise<never>;
  refuse(error: Error): Error;
}

const IO_OPTIONS = [
  "faults",
  "label",
  "resource",
] as const satisfies (keyof IoOptions)[];

/** The quick way: what is asked at every call must cost next to nothing. */
function isKnown(options: unknown): boolean {
  if (typeof options !== "object" || options === null) return false;
  for (const name in options) {
    if (name !== "label" && name !== "resource" && name !== "faults") {
      return false;
    }
  }
  return true;
}

const NO_OPTIONS: IoOptions = /* @__PURE__ */ Object.freeze({});

/**
 * Makes the world of a run.
 *
 * @param scene the run
 * @returns the world
 */
export function makeWorld(scene: Scene): World {
  function io(target: unknown, options: IoOptions = NO_OPTIONS): unknown {
    if (!scene.active) return scene.late();
    if (options !== NO_OPTIONS) checkIoOptions(options);
    if (typeof target === "string") return scene.bare(target, options);
    if (typeof target === "function" && !isClass(target)) {
      return wrapFunction(scene, target as Call["target"], options);
    }
    if (
      typeof target === "object" && target !== null &&
      !Array.isArray(target) && !isPromise(target)
    ) {
      return wrapObject(scene, target, options);
    }
    throw scene.refuse(
      new TypeError(
        `io() takes a label, a function or an object with async methods, not ${
          isClass(target) ? "a class" : describe(target)
        }${
          isPromise(target)
            ? "; hand over the function that makes it, since what has begun can't be put off"
            : isClass(target)
            ? "; hand over what new gives"
            : ""
        }`,
      ),
    );
  }
  function checkIoOptions(options: IoOptions): void {
    if (!isKnown(options)) {
      try {
        checkOptions("io", options, IO_OPTIONS);
      } catch (error) {
        throw scene.refuse(error as Error);
      }
    }
    const { faults, label } = options;
    if (label !== undefined && typeof label !== "string") {
      throw scene.refuse(
        new TypeError(
          `io() takes a text for its label, not ${
            describe(label)
          }: label: "read"`,
        ),
      );
    }
    if (faults === undefined || Array.isArray(faults)) return;
    throw scene.refuse(
      new TypeError(
        `io() takes a list of faults, not ${describe(faults)}: faults: [error]`,
      ),
    );
  }
  return Object.freeze<World>({
    io: io as Io,
    choose(label, options) {
      if (!Array.isArray(options) || options.length === 0) {
        throw scene.refuse(
          new TypeError(
            `choose(${
              JSON.stringify(label)
            }) takes a list of at least one option`,
          ),
        );
      }
      if (scene.active) return scene.choose(label, options);
      scene.late();
      return options[0]!;
    },
    now: () => scene.time,
    check(condition, message = "check() was given a false condition") {
      if (condition) {
        if (condition !== true) refuseAlwaysTrue(scene, condition);
        return;
      }
      if (scene.active) return scene.violate(message);
      scene.late();
      throw new Error(
        `Run is over; check() came too late for it, with ${
          JSON.stringify(message)
        }; let the body wait for what checks`,
      );
    },
  });
}

/** What is true whatever it stands for: an invariant that can't be broken. */
function refuseAlwaysTrue(scene: Scene, condition: unknown): void {
  const isCalled = typeof condition === "function";
  if (!isCalled && !isPromise(condition) && !isCoroutine(condition)) return;
  const what = isCalled ? "a function" : describe(condition);
  throw scene.refuse(
    new TypeError(
      `check() takes a condition, and ${what} is always true; ${
        isCalled ? "call it" : "wait for it"
      } first`,
    ),
  );
}

function wrapFunction(
  scene: Scene,
  target: Call["target"],
  options: IoOptions,
): unknown {
  const label = options.label ?? (target.name || "call");
  return function (this: unknown, ...args: unknown[]) {
    if (!scene.active) return scene.late();
    return scene.call({ target, self: this, args, label, options });
  };
}

function wrapObject(
  scene: Scene,
  target: object,
  options: IoOptions,
): unknown {
  const { constructor } = target;
  const name = options.label ??
    (constructor === undefined || constructor === Object
      ? ""
      : lowerFirst(constructor.name));
  const methods = new Map<unknown, unknown>();
  // A frozen object's stand-in must give what the object has: so it inherits.
  const shape = Object.isFrozen(target) ? Object.create(target) : target;
  return new Proxy(shape, {
    get(_, key) {
      // Private fields are known to the object itself, not to its stand-in.
      const value = Reflect.get(target, key, target);
      if (typeof value !== "function" || key === "constructor") return value;
      let method = methods.get(value);
      if (method === undefined) {
        const label = name ? `${name}.${String(key)}` : String(key);
        method = typeof key === "symbol"
          ? (...args: unknown[]) => value.apply(target, args)
          : wrapMethod(scene, target, value, { ...options, label });
        methods.set(value, method);
      }
      return method;
    },
    set: (_, key, value) => Reflect.set(target, key, value, target),
  });
}

function wrapMethod(
  scene: Scene,
  self: object,
  target: Call["target"],
  options: IoOptions & { readonly label: string },
): unknown {
  const { label } = options;
  const kind = target.constructor.name;
  // In native code a generator gives values; only coroutines wait with one.
  const waits = scene.needsDrain ? "AsyncFunction" : "GeneratorFunction";
  if (kind === waits || kind === "AsyncFunction") {
    return (...args: unknown[]) => {
      if (!scene.active) return scene.late();
      return scene.call({ target, self, args, label, options });
    };
  }
  if (kind === "AsyncGeneratorFunction") {
    return (...args: unknown[]) =>
      wrapSteps(scene, target.apply(self, args) as AsyncGenerator, options);
  }
  return (...args: unknown[]) => {
    const result = target.apply(self, args);
    if (!isPromise(result)) return result;
    if (!scene.active) return scene.late();
    return scene.arrival(result, { target, self, args, label, options });
  };
}

/** Each step of an async generator is a call of its own. */
function wrapSteps(
  scene: Scene,
  steps: AsyncGenerator,
  options: IoOptions & { readonly label: string },
): unknown {
  const step = (name: "next" | "return" | "throw") => (...args: unknown[]) => {
    if (!scene.active) return scene.late();
    const target = steps[name] as Call["target"];
    const label = `${options.label}.${name}`;
    return scene.call({ target, self: steps, args, label, options });
  };
  return {
    next: step("next"),
    return: step("return"),
    throw: step("throw"),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Whether it makes objects with `new`: the prototype of classes is fixed. */
function isClass(value: unknown): boolean {
  return typeof value === "function" &&
    Object.getOwnPropertyDescriptor(value, "prototype")?.writable === false;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null &&
    typeof (value as PromiseLike<unknown>).then === "function";
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
