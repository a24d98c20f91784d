/**
 * `@std/testing/mock` from npm: spies and stubs over the mocks of `node:test`.
 *
 * @module
 */
import { mock } from "node:test";
import { assertEquals } from "./assert.ts";
import { AssertionError } from "./failure.ts";

/** Thrown when something cannot be spied on, or cannot be restored. */
export class MockError extends Error {
  /** @param message What was wrong. */
  constructor(message: string) {
    super(message);
    this.name = "MockError";
  }
}

/** What a spy knows of one call. */
export interface SpyCall<
  Self = unknown,
  Args extends unknown[] = unknown[],
  Return = unknown,
> {
  /** The arguments. */
  args: Args;
  /** What the function returned, if it returned. */
  returned?: Return;
  /** What the function threw, if it threw. */
  error?: Error;
  /** What it was called on, if on something. */
  self?: Self;
}

/** A function that remembers how it was called. */
export interface Spy<
  Self = unknown,
  Args extends unknown[] = unknown[],
  Return = unknown,
> {
  (this: Self, ...args: Args): Return;
  /** The function behind the spy. */
  readonly original: (this: Self, ...args: Args) => Return;
  /** The calls so far. */
  readonly calls: SpyCall<Self, Args, Return>[];
  /** Whether the method spied on is back in its place. */
  readonly restored: boolean;
  /** Puts the method spied on back in its place. */
  restore(): void;
}

/** A spy in the place of a method; `using` restores the method. */
export interface MethodSpy<
  Self = unknown,
  Args extends unknown[] = unknown[],
  Return = unknown,
> extends Spy<Self, Args, Return>, Disposable {}

/** A spy that does something else than the method it stands for. */
export interface Stub<
  Self = unknown,
  Args extends unknown[] = unknown[],
  Return = unknown,
> extends MethodSpy<Self, Args, Return> {
  /** What it does instead. */
  readonly fake: (this: Self, ...args: Args) => Return;
}

// deno-lint-ignore no-explicit-any
type ArgsOf<F> = F extends (...args: infer Args) => any ? Args : unknown[];
// deno-lint-ignore no-explicit-any
type ReturnOf<F> = F extends (...args: any[]) => infer Return ? Return
  : unknown;

/** A function that does nothing and remembers its calls. */
export function spy(): Spy<unknown, unknown[], undefined>;
/** A function that does what `func` does and remembers its calls. */
export function spy<Self, Args extends unknown[], Return>(
  func: (this: Self, ...args: Args) => Return,
): Spy<Self, Args, Return>;
/** Makes a method of an object remember its calls, until it is restored. */
export function spy<Self extends object, Name extends keyof Self>(
  self: Self,
  property: Name,
): MethodSpy<Self, ArgsOf<Self[Name]>, ReturnOf<Self[Name]>>;
export function spy(
  target: AnyFunction | object = () => undefined,
  property?: PropertyKey,
): Spy {
  return property === undefined
    ? spyOnFunction(target as AnyFunction)
    : replaceMethod(target, property);
}

/**
 * Puts another function in a method's place, until it is restored.
 *
 * @param self The object.
 * @param property The method's name.
 * @param func What to do instead; nothing by default.
 */
export function stub<Self extends object, Name extends keyof Self>(
  self: Self,
  property: Name,
  func?: (
    this: Self,
    ...args: ArgsOf<Self[Name]>
  ) => ReturnOf<Self[Name]>,
): Stub<Self, ArgsOf<Self[Name]>, ReturnOf<Self[Name]>> {
  const fake = (func ?? (() => undefined)) as AnyFunction;
  return Object.defineProperty(
    replaceMethod(self, property, fake),
    "fake",
    { value: fake, enumerable: true },
  ) as unknown as Stub<Self, ArgsOf<Self[Name]>, ReturnOf<Self[Name]>>;
}

/** Throws unless the spy was called so many times. */
export function assertSpyCalls(
  spy: { readonly calls: readonly unknown[] },
  expectedCalls: number,
): void {
  const found = spy.calls.length;
  if (found === expectedCalls) return;
  const what = found < expectedCalls
    ? "Spy not called as much as expected"
    : "Spy called more than expected";
  throw new AssertionError(
    `${what}: ${found} calls instead of ${expectedCalls}`,
  );
}

/** Throws unless the call with this index, from 0, had these arguments. */
export function assertSpyCallArgs<Args extends unknown[]>(
  spy: { readonly calls: readonly { readonly args: unknown[] }[] },
  callIndex: number,
  expected: Args,
): Args {
  const call = spy.calls[callIndex];
  if (!call) throw new AssertionError("Spy not called as much as expected");
  assertEquals<unknown[]>(call.args, expected);
  return call.args as Args;
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
type Mocked = ReturnType<typeof mock.fn<AnyFunction>>;

function spyOnFunction(original: AnyFunction): Spy {
  return describe(mock.fn(original), original, () => {
    throw new MockError("Cannot restore: function cannot be restored");
  });
}

function replaceMethod(
  self: object,
  property: PropertyKey,
  fake?: AnyFunction,
): MethodSpy {
  const original = Reflect.get(self, property);
  if (typeof original !== "function") {
    throw new MockError(
      `Cannot spy: property "${String(property)}" is not an instance method`,
    );
  }
  if ("calls" in original && "restored" in original) {
    throw new MockError("Cannot spy: already spying on instance method");
  }
  const before = Object.getOwnPropertyDescriptor(self, property);
  if (before?.configurable === false) {
    throw new MockError("Cannot spy: non-configurable instance method");
  }
  const replacement = describe(mock.fn(fake ?? original), original, () => {
    if (before) Object.defineProperty(self, property, before);
    else Reflect.deleteProperty(self, property);
  });
  Object.defineProperty(self, property, {
    value: replacement,
    configurable: true,
    enumerable: before?.enumerable ?? false,
    writable: before?.writable ?? false,
  });
  return Object.defineProperty(replacement, Symbol.dispose, {
    value: replacement.restore,
  }) as MethodSpy;
}

// Gives a mock of node:test the properties a spy has.
function describe(
  mocked: Mocked,
  original: AnyFunction,
  putBack: () => void,
): Spy {
  let restored = false;
  return Object.defineProperties(mocked, {
    original: { value: original, enumerable: true },
    calls: { get: () => mocked.mock.calls.map(readCall), enumerable: true },
    restored: { get: () => restored, enumerable: true },
    restore: {
      enumerable: true,
      value: () => {
        if (restored) {
          throw new MockError(
            "Cannot restore: instance method already restored",
          );
        }
        putBack();
        restored = true;
      },
    },
  }) as unknown as Spy;
}

function readCall(call: Mocked["mock"]["calls"][number]): SpyCall {
  return {
    args: call.arguments,
    ...(call.error === undefined
      ? { returned: call.result }
      : { error: call.error as Error }),
    ...(call.this === undefined ? {} : { self: call.this }),
  };
}
