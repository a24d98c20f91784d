/**
 * The suite: every recorded case that an adapter can run.
 *
 * @module
 */

import type { Adapter } from "./adapter.ts";
import { ALL_OPERATIONS, checkAdapter, type Operation } from "./operations.ts";
import { type Run, runProgram } from "./run_program.ts";
import { needsOf } from "./needs.ts";
import type { Program, RecordedCase } from "./program.ts";
import { RECORDED } from "./recorded.ts";
import { type CaseResult, ConformanceReport } from "./report.ts";
import { RULES } from "./rules.ts";
import { write } from "./source.ts";
import { firstDifference, twoTimelines } from "./two_timelines.ts";
import { TYPESCRIPT } from "./typescript.ts";

/** A program of the suite, and what CPython does with it. */
export interface ConformanceCase {
  /** The rule and the title: `rule 6: Done callbacks run in …`. */
  readonly name: string;
  /** The number of the rule. */
  readonly rule: number;
  /** What the case pins down, in a sentence. */
  readonly title: string;
  /** The program, as data. */
  readonly program: Program;
  /** The program in TypeScript, in this library's words. */
  readonly source: string;
  /** What CPython said: lines of `<milliseconds> <who> <text>`. */
  readonly expected: readonly string[];
  /** The operations that the program uses. */
  readonly needs: readonly Operation[];
  /**
   * Runs the program on a new loop; needs no `this`, so it can be handed to any
   * test runner.
   *
   * @returns a promise of nothing
   * @throws {ConformanceError} when the loop does otherwise than CPython
   */
  readonly run: () => Promise<void>;
}

/** What an adapter can be asked. */
export interface ConformanceSuite {
  /** The version of CPython that was recorded. */
  readonly python: string;
  /** The cases whose operations the adapter has. */
  readonly cases: readonly ConformanceCase[];
  /** The cases that need an operation it lacks. */
  readonly notImplemented: readonly ConformanceCase[];
  /** The operations it lacks. */
  readonly missing: readonly Operation[];
  /**
   * Runs all cases, one after the other.
   *
   * @param options which rules, and who hears of each result
   * @returns a promise of what agrees and what does not
   */
  run(options?: ConformanceOptions): Promise<ConformanceReport>;
}

/** How a suite is run. */
export interface ConformanceOptions {
  /** Only these rules, by number; by default all. */
  readonly rules?: readonly number[];
  /** Only these cases, by name; by default all. */
  readonly names?: readonly string[];
  /**
   * Hears of each case before it runs.
   *
   * @param name the case's name
   */
  onCase?(name: string): void;
  /**
   * Hears of each result.
   *
   * @param result what became of a case
   */
  onResult?(result: CaseResult): void;
}

/** A loop did otherwise than CPython. */
export class ConformanceError extends Error {
  /** The name by which it is known. */
  override readonly name = "ConformanceError";
  /** The number of the rule. */
  readonly rule: number;
  /** What CPython said. */
  readonly expected: readonly string[];
  /** What the loop made the program say. */
  readonly actual: readonly string[];
  /** What went wrong beside that, `null` for nothing. */
  readonly problem: string | null;

  /**
   * Says how a run differs.
   *
   * @param conformanceCase the case
   * @param run what became of it
   * @param loopName the name of the loop
   */
  constructor(
    conformanceCase: Pick<
      ConformanceCase,
      "rule" | "title" | "source" | "expected"
    >,
    run: Run,
    loopName: string,
  ) {
    const { rule, title, source, expected } = conformanceCase;
    super([
      `Rule ${rule}, ${RULES[rule]!.title}`,
      `${title}: ${loopName} does otherwise than CPython`,
      "",
      source,
      "",
      ...twoTimelines(expected, run.lines, [
        `   ms  CPython ${RECORDED.python}`,
        `   ms  ${loopName}`,
      ]),
      ...run.problem === null ? [] : ["", run.problem],
    ].join("\n"));
    this.rule = rule;
    this.expected = expected;
    this.actual = run.lines;
    this.problem = run.problem;
  }
}

/**
 * Judges an event loop by what CPython 3.14 was seen to do.
 *
 * The suite is data: small programs, the rule that each is about, and the lines
 * that CPython's asyncio printed when it ran them on virtual time. A loop agrees
 * when it prints the same lines, in the same order, at the same times. Cases that
 * need an operation that the adapter lacks are listed and not run.
 *
 * @param adapter the operations of the loop
 * @returns the suite for that loop
 * @throws {TypeError} when the adapter has not the shape of one
 *
 * @example In a test runner, a test for each case
 * ```ts
 * import { conformance, loopbook } from "@loopbook/loopbook/conformance";
 *
 * for (const { name, run } of conformance(loopbook).cases) {
 *   Deno.test(name, run);
 * }
 * ```
 *
 * @example All at once, with a report
 * ```ts
 * import { conformance, loopbook } from "@loopbook/loopbook/conformance";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await conformance(loopbook).run({ rules: [1, 6] });
 * assertEquals(report.failed, 0);
 * console.log(String(report));
 * ```
 */
export function conformance<Loop, Future, Handle>(
  adapter: Adapter<Loop, Future, Handle>,
): ConformanceSuite {
  checkAdapter(adapter);
  const loop = adapter as unknown as Adapter;
  const all = RECORDED.cases.map((recorded) => toCase(loop, recorded));
  const isMissing = (operation: Operation) => adapter[operation] === undefined;
  const cases = all.filter(({ needs }) => !needs.some(isMissing));
  const notImplemented = all.filter(({ needs }) => needs.some(isMissing));
  const missingIn = (cases: readonly ConformanceCase[]) =>
    ALL_OPERATIONS.filter((operation) =>
      isMissing(operation) &&
      cases.some(({ needs }) => needs.includes(operation))
    );
  return {
    python: RECORDED.python,
    cases,
    notImplemented,
    missing: missingIn(notImplemented),
    async run({ rules, names, onCase, onResult } = {}) {
      const wanted = ({ rule, name }: ConformanceCase) =>
        (rules?.includes(rule) ?? true) && (names?.includes(name) ?? true);
      const results: CaseResult[] = [];
      for (const each of cases.filter(wanted)) {
        onCase?.(each.name);
        const result = await resultOf(each);
        results.push(result);
        onResult?.(result);
      }
      const lacking = notImplemented.filter(wanted);
      return new ConformanceReport(
        results,
        lacking,
        missingIn(lacking),
        nameOf(loop),
        RECORDED.python,
      );
    },
  };
}

function toCase(
  adapter: Adapter,
  { rule, title, program, expected }: RecordedCase,
): ConformanceCase {
  const about = { rule, title, expected, source: write(program, TYPESCRIPT) };
  return {
    ...about,
    name: `rule ${rule}: ${title}`,
    program,
    needs: needsOf(program),
    run: async () => {
      const run = await runProgram(adapter, program);
      const isSame = firstDifference(expected, run.lines) < 0;
      if (isSame && run.problem === null) return;
      throw new ConformanceError(about, run, nameOf(adapter));
    },
  };
}

function nameOf({ name }: Adapter): string {
  return name ?? "your loop";
}

async function resultOf(each: ConformanceCase): Promise<CaseResult> {
  const { name, rule, title, source, expected, needs } = each;
  const about = { name, rule, title, source, expected, needs };
  try {
    await each.run();
    return { ...about, passed: true, actual: expected, problem: null };
  } catch (error) {
    if (!(error instanceof ConformanceError)) throw error;
    const { actual, problem } = error;
    return { ...about, passed: false, actual, problem };
  }
}
