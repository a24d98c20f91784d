/**
 * What came out: rule by rule, and the first difference.
 *
 * @module
 */

import type { Operation } from "./operations.ts";
import { COLORS, type Colors, NO_COLORS } from "./colors.ts";
import { brokenBelow, brokenRules, RULES } from "./rules.ts";
import { twoTimelines } from "./two_timelines.ts";

/** What became of a case. */
export interface CaseResult {
  /** The rule and the title. */
  readonly name: string;
  /** The number of the rule. */
  readonly rule: number;
  /** What the case pins down. */
  readonly title: string;
  /** The program in TypeScript, in this library's words. */
  readonly source: string;
  /** Whether the loop did as CPython does. */
  readonly passed: boolean;
  /** What CPython said. */
  readonly expected: readonly string[];
  /** The operations that the program uses. */
  readonly needs: readonly Operation[];
  /** What the loop made the program say. */
  readonly actual: readonly string[];
  /** What went wrong beside that, `null` for nothing. */
  readonly problem: string | null;
}

/** How a loop does with a rule. */
export interface RuleReport {
  /** The number of the rule. */
  readonly rule: number;
  /** What it says, in a line. */
  readonly title: string;
  /** How many of its cases agree with CPython. */
  readonly passed: number;
  /** How many do not. */
  readonly failed: number;
  /** How many need operations that the loop lacks. */
  readonly notImplemented: number;
}

/** How a report is written. */
export interface ReportOptions {
  /** Whether to color it with terminal escape sequences; by default not. */
  readonly color?: boolean;
  /** How many differences are shown in full; by default 1. */
  readonly differences?: number;
}

/** What a loop agrees on with CPython, and where it does not. */
export class ConformanceReport {
  /** How many cases agree. */
  readonly passed: number;
  /** How many do not. */
  readonly failed: number;
  /** How many need operations that the loop lacks. */
  readonly notImplemented: number;
  /** The same by rule, for those that were asked for. */
  readonly rules: readonly RuleReport[];
  /**
   * The rules that are broken, by number: those that failed and rest on no other
   * that failed.
   */
  readonly broken: readonly number[];
  /** What became of each case that ran. */
  readonly results: readonly CaseResult[];
  /** The operations that the loop lacks. */
  readonly missing: readonly Operation[];
  /** The name of the loop. */
  readonly loop: string;
  /** The version of CPython that was recorded. */
  readonly python: string;

  /**
   * Counts.
   *
   * @param results what became of each case that ran
   * @param notImplemented the cases that need operations that the loop lacks
   * @param missing those operations
   * @param loop the name of the loop
   * @param python the version of CPython that was recorded
   */
  constructor(
    results: readonly CaseResult[],
    notImplemented: readonly { readonly rule: number }[],
    missing: readonly Operation[],
    loop: string,
    python: string,
  ) {
    this.results = results;
    this.missing = missing;
    this.loop = loop;
    this.python = python;
    this.passed = results.filter(({ passed }) => passed).length;
    this.failed = results.length - this.passed;
    this.notImplemented = notImplemented.length;
    this.rules = Object.entries(RULES).map(([number, { title }]) => {
      const rule = Number(number);
      const mine = results.filter((result) => result.rule === rule);
      const passed = mine.filter((result) => result.passed).length;
      return {
        rule,
        title,
        passed,
        failed: mine.length - passed,
        notImplemented: notImplemented.filter((each) =>
          each.rule === rule
        ).length,
      };
    }).filter(({ passed, failed, notImplemented }) =>
      passed + failed + notImplemented > 0
    );
    this.broken = brokenRules(results.filter(({ passed }) => !passed));
  }

  /**
   * Writes the report for people.
   *
   * @param options colors, and how many differences to show
   * @returns lines of text
   */
  toText({ color = false, differences = 1 }: ReportOptions = {}): string {
    const colors = color ? COLORS : NO_COLORS;
    const failed = this.results.filter(({ passed }) => !passed);
    const failures = [
      ...failed.filter(({ rule }) => this.broken.includes(rule)),
      ...failed.filter(({ rule }) => !this.broken.includes(rule)),
    ];
    return [
      ...this.rules.filter(({ passed, failed }) => passed + failed > 0)
        .map((rule) => this.#ruleLine(rule, colors)),
      ...this.#outOfReach(colors),
      ...failures.slice(0, differences).flatMap((failure) => [
        "",
        ...this.#difference(failure, colors),
      ]),
      ...this.#notShown(failures.slice(differences)),
      ...this.missing.length === 0 ? [] : [
        "",
        ...wrapped(`Not implemented: ${this.missing.join(", ")}`),
      ],
      "",
      this.#sum(colors),
    ].join("\n");
  }

  /** The report for people, without colors. */
  toString(): string {
    return this.toText();
  }

  #ruleLine(
    { rule, title, passed, failed, notImplemented }: RuleReport,
    colors: Colors,
  ): string {
    const total = passed + failed;
    const text = `${String(rule).padStart(2)}  ${title}`;
    const count = `${passed}/${total}`.padStart(5);
    const lacking = notImplemented === 0
      ? ""
      : colors.faint(` (${notImplemented} not implemented)`);
    if (failed === 0) {
      return `${colors.right("  ✓")}  ${count}  ${text}${lacking}`;
    }
    const below = brokenBelow(rule, this.broken);
    const follows = below.length === 0 ? "" : ` (rests on ${below.join(", ")})`;
    return colors.wrong(`  ✗  ${count}  ${text}${follows}`) + lacking;
  }

  /** The rules of which no case could run. */
  #outOfReach(colors: Colors): string[] {
    const rules = this.rules.filter(({ passed, failed }) =>
      passed + failed === 0
    ).map(({ rule }) => rule);
    if (rules.length === 0) return [];
    const names = `Rule${rules.length === 1 ? "" : "s"} ${ranges(rules)}`;
    return [colors.faint(`  –         ${names}: operations that it lacks`)];
  }

  #whereToBegin(): string {
    const rules = this.broken.join(" and ");
    return `begin with rule${this.broken.length === 1 ? "" : "s"} ${rules}`;
  }

  #difference(failure: CaseResult, colors: Colors): string[] {
    const { rule, title, source, expected, actual, problem } = failure;
    return [
      colors.strong(`Rule ${rule}: ${title}`),
      "",
      ...source.split("\n").map((line) => `  ${line}`.trimEnd()),
      "",
      ...twoTimelines(expected, actual, [
        `   ms  CPython ${this.python}`,
        `   ms  ${this.loop}`,
      ], colors),
      ...problem === null ? [] : ["", colors.wrong(problem)],
    ];
  }

  #notShown(failures: readonly CaseResult[]): string[] {
    if (failures.length === 0) return [];
    return [
      "",
      `${failures.length} more ${
        failures.length === 1 ? "fails" : "fail"
      }; ${this.#whereToBegin()}:`,
      ...failures.map(({ name }) => `  ${name}`),
    ];
  }

  #sum(colors: Colors): string {
    const total = this.passed + this.failed;
    const sum =
      `${this.loop}: ${this.passed} of ${total} cases run as in CPython ${this.python}`;
    const lacking = this.notImplemented === 0
      ? ""
      : `\n${this.notImplemented} ${
        this.notImplemented === 1 ? "needs" : "need"
      } operations that it lacks`;
    return (this.failed === 0 ? colors.right(sum) : colors.wrong(sum)) +
      lacking;
  }
}

/** Numbers that follow each other in one: `1, 3–5`. */
function ranges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) =>
    run.length < 3 ? run.join(", ") : `${run[0]}–${run.at(-1)}`
  )
    .join(", ");
}

/** Words in lines of at most 80 columns. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > 80) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
