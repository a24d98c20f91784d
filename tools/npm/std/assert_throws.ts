/**
 * The assertions about errors: `assertThrows` and `assertRejects`.
 *
 * @module
 */
import { stripVTControlCharacters } from "node:util";
import { failWith } from "./failure.ts";

// deno-lint-ignore no-explicit-any
type ErrorClass<E extends Error> = abstract new (...args: any[]) => E;

/**
 * Runs the function and returns what it throws.
 *
 * @throws {AssertionError} If it throws nothing.
 */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/**
 * Runs the function and returns the error it throws.
 *
 * @throws {AssertionError} If it throws nothing, something that is not an
 * instance of the class, or an error whose message lacks `msgIncludes`.
 */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  typeOrMsg?: ErrorClass<Error> | string,
  partOrMsg?: string,
  msg?: string,
): unknown {
  const want = wanted(typeOrMsg, partOrMsg, msg);
  try {
    fn();
  } catch (error) {
    checkError(error, want, "thrown");
    return error;
  }
  failWith("Expected function to throw", want.note);
}

/**
 * Runs the function and returns what its promise rejects with.
 *
 * @throws {AssertionError} If it resolves, or throws instead of returning a
 * promise.
 */
export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
/**
 * Runs the function and returns the error its promise rejects with.
 *
 * @throws {AssertionError} If it resolves, throws instead of returning a
 * promise, or rejects with another error than asked for.
 */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  typeOrMsg?: ErrorClass<Error> | string,
  partOrMsg?: string,
  msg?: string,
): Promise<unknown> {
  const want = wanted(typeOrMsg, partOrMsg, msg);
  let promise: PromiseLike<unknown> | undefined;
  try {
    promise = fn();
  } catch { /* said below: no promise came back */ }
  if (typeof promise?.then !== "function") {
    failWith("Function throws when expected to reject", want.note);
  }
  try {
    await promise;
  } catch (error) {
    checkError(error, want, "rejected");
    return error;
  }
  failWith("Expected function to reject", want.note);
}

interface Wanted {
  readonly type?: ErrorClass<Error>;
  readonly part: string;
  readonly note: string | undefined;
}

function wanted(
  typeOrMsg: ErrorClass<Error> | string | undefined,
  part = "",
  note: string | undefined,
): Wanted {
  return typeof typeOrMsg === "function"
    ? { type: typeOrMsg, part, note }
    : { part: "", note: typeOrMsg };
}

function checkError(error: unknown, want: Wanted, how: string): void {
  if (!want.type) return;
  if (!(error instanceof Error)) {
    failWith(`A non-Error object was ${how}`, want.note);
  }
  if (!(error instanceof want.type)) {
    failWith(
      `Expected error to be instance of "${want.type.name}", ` +
        `but was "${(error as Error).constructor.name}"`,
      want.note,
    );
  }
  if (!plain(error.message).includes(plain(want.part))) {
    failWith(
      `Expected error message to include ${JSON.stringify(want.part)}, ` +
        `but got ${JSON.stringify(error.message)}`,
      want.note,
    );
  }
}

function plain(text: string): string {
  return stripVTControlCharacters(text);
}
