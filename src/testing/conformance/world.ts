/**
 * What a statement can get at: the loop, the things that have names, and the way
 * to say something.
 *
 * @module
 */

import type { Adapter, Coroutine } from "./adapter.ts";
import type { Block, Item, Value } from "./program.ts";

/** Where a statement stands. */
export interface Frame {
  /** The callback, coroutine or script that it belongs to. */
  readonly who: string;
  /** What waits have given, and the error that was caught. */
  readonly locals: Map<string, unknown>;
  /** Starts a task in the group around the statement. */
  readonly groupTask?: (coroutine: Coroutine) => unknown;
}

/** A `return` on its way out. */
export interface Returned {
  readonly value: unknown;
}

/** A block at work: it yields what the loop's own waits yield. */
export type Running = Generator<unknown, Returned | undefined, unknown>;

/** What the statements of a program work on. */
export interface World {
  readonly adapter: Required<Adapter>;
  readonly loop: unknown;

  /** Runs statements. */
  block(block: Block, frame: Frame): Running;
  /** A coroutine that runs a body. */
  body(name: string): Coroutine;
  /** The function of a name; always the same, so that it can be removed. */
  callback(name: string): (it?: unknown) => void;

  /** The value of an expression. */
  get(value: Value, frame: Frame): unknown;
  /** What a name stands for. */
  object(name: string, frame: Frame): unknown;
  /** What a combinator takes. */
  item(item: Item, frame: Frame): unknown;
  /** Calls a method of something that the adapter made. */
  call(
    name: string,
    method: string,
    args: readonly Value[] | undefined,
    frame: Frame,
  ): unknown;
  /** Gives a name to something; `undefined` stands for no name. */
  keep(name: string | undefined, object: unknown): void;

  /** Writes a line. */
  say(who: string, text: string): void;
  /** Writes a value. */
  show(value: unknown): string;
  /** The names of futures, sorted. */
  namesOf(futures: Iterable<unknown>): string;
  /** Whether an error is a cancellation. */
  isCancellation(error: unknown): boolean;
}

/** Ends the bodies of a program that was given up; no statement catches it. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
}
