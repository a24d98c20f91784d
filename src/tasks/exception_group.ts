/**
 * Several errors at once.
 *
 * @module
 */

/** Says which errors are meant: a class, several classes, or a function. */
export type ErrorCondition =
  | ErrorClass
  | readonly ErrorClass[]
  | ((error: unknown) => boolean);

/** A class of errors. */
export type ErrorClass = abstract new (...args: never[]) => unknown;

/**
 * Several errors that happened side by side, as Python's `ExceptionGroup`. It is
 * an `AggregateError`, so its errors are in `errors`; `exceptions` is the same
 * list under Python's name.
 *
 * @example
 * ```ts
 * import { ExceptionGroup } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * const group = new ExceptionGroup("two things went wrong", [
 *   new RangeError("too far"),
 *   new TypeError("wrong kind"),
 * ]);
 * const { match, rest } = group.split(RangeError);
 * assertEquals(match?.errors.length, 1);
 * assertEquals(String(rest?.errors[0]), "TypeError: wrong kind");
 * ```
 *
 * @see https://docs.python.org/3/library/exceptions.html#ExceptionGroup
 */
export class ExceptionGroup extends AggregateError {
  /** The class's name. */
  override readonly name = "ExceptionGroup";

  /**
   * Makes a group.
   *
   * @param message what the errors have in common
   * @param errors the errors, one at least
   * @throws {TypeError} when there is none
   */
  constructor(message: string, errors: Iterable<unknown>) {
    super(errors, message);
    if (this.errors.length === 0) {
      throw new TypeError("ExceptionGroup needs at least one error");
    }
    const count = this.errors.length;
    this.message = `${message} (${count} sub-exception${count > 1 ? "s" : ""})`;
    this.#bareMessage = message;
  }

  readonly #bareMessage: string;

  /** The errors, under Python's name. */
  get exceptions(): readonly unknown[] {
    return this.errors;
  }

  /**
   * Divides the group in two, keeping its shape.
   *
   * @param condition which errors are meant; also asked of groups as a whole
   * @returns the errors that are meant and those that are not, `null` for none
   */
  split(
    condition: ErrorCondition,
  ): { match: ExceptionGroup | null; rest: ExceptionGroup | null } {
    const isMeant = toPredicate(condition);
    if (isMeant(this)) return { match: this, rest: null };
    const match: unknown[] = [];
    const rest: unknown[] = [];
    for (const error of this.errors) {
      if (error instanceof ExceptionGroup) {
        const parts = error.split(condition);
        if (parts.match !== null) match.push(parts.match);
        if (parts.rest !== null) rest.push(parts.rest);
      } else (isMeant(error) ? match : rest).push(error);
    }
    return { match: this.#derive(match), rest: this.#derive(rest) };
  }

  /**
   * The part of the group that is meant, keeping its shape.
   *
   * @param condition which errors are meant; also asked of groups as a whole
   * @returns the part, `null` for none
   */
  subgroup(condition: ErrorCondition): ExceptionGroup | null {
    return this.split(condition).match;
  }

  #derive(errors: readonly unknown[]): ExceptionGroup | null {
    if (errors.length === 0) return null;
    const part = new ExceptionGroup(this.#bareMessage, errors);
    if (this.cause !== undefined) part.cause = this.cause;
    return part;
  }
}

function toPredicate(condition: ErrorCondition): (error: unknown) => boolean {
  if (Array.isArray(condition)) {
    return (error) => condition.some((each) => error instanceof each);
  }
  if (isErrorClass(condition)) return (error) => error instanceof condition;
  if (typeof condition === "function") {
    return condition as (error: unknown) => boolean;
  }
  throw new TypeError(
    "Condition must be an error class, an array of them, or a function",
  );
}

function isErrorClass(condition: unknown): condition is ErrorClass {
  return typeof condition === "function" &&
    (condition === Error || condition.prototype instanceof Error);
}
