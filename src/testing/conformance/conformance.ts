/**
 * The conformance suite: does an event loop run its callbacks and coroutines in
 * the order in which CPython's asyncio runs them?
 *
 * For whoever writes a loop, above all readers of this book. An
 * {@linkcode Adapter} hands over the operations that the loop has; the suite runs
 * recorded programs on it and compares, line by line, with what CPython 3.14 was
 * seen to do. `deno task conform ./my_loop.ts` does it from the command line.
 *
 * @example
 * ```ts
 * import { conformance, loopbook } from "@loopbook/loopbook/conformance";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await conformance(loopbook).run();
 * assertEquals(report.failed, 0);
 * assertEquals(report.missing, []);
 * ```
 *
 * @module
 */

export type { Adapter, Coroutine, Variable, Wait } from "./adapter.ts";
export { loopbook } from "./loopbook.ts";
export { type Operation, OPERATIONS } from "./operations.ts";
export type {
  Block,
  Caught,
  Expression,
  Item,
  Program,
  Statement,
  Value,
} from "./program.ts";
export {
  type CaseResult,
  ConformanceReport,
  type ReportOptions,
  type RuleReport,
} from "./report.ts";
export { type Rule, RULES } from "./rules.ts";
export {
  conformance,
  type ConformanceCase,
  ConformanceError,
  type ConformanceOptions,
  type ConformanceSuite,
} from "./suite.ts";
