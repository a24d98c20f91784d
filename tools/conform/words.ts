/**
 * What the command and its worker say to each other.
 *
 * @module
 */

import type { CaseResult, Operation } from "@loopbook/loopbook/conformance";

/** What the worker is asked. */
export interface Question {
  /** The URL of the module. */
  readonly module: string;
  /** Only these rules; `null` for all. */
  readonly rules: readonly number[] | null;
  /** Only these cases; `null` for all. */
  readonly names: readonly string[] | null;
}

/** A case before it runs. */
export type CaseToRun = Omit<CaseResult, "passed" | "actual" | "problem">;

/** What can be said before any case runs. */
export interface Beginning {
  readonly kind: "begins";
  readonly loop: string;
  readonly python: string;
  readonly cases: readonly CaseToRun[];
  readonly notImplemented: readonly { readonly rule: number }[];
  readonly missing: readonly Operation[];
}

/** What the worker says. */
export type Word =
  | { readonly kind: "refused"; readonly message: string }
  | Beginning
  | { readonly kind: "case"; readonly name: string }
  | { readonly kind: "result"; readonly result: CaseResult }
  | { readonly kind: "ends" };
