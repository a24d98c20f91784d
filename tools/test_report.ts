/**
 * Reads the JUnit report of `deno test`: which tests passed, failed or were
 * skipped.
 *
 * @module
 */

import { stripVTControlCharacters } from "node:util";
import { parseXml, XmlElement } from "npm:@rgrove/parse-xml@5.0.0";

/** What a run of `deno test` found. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** The names of the skipped tests. */
  readonly skipped: readonly string[];
}

/**
 * Reads a report.
 *
 * @param xml the report
 * @param filter the text that the run was restricted to: the tests it left out
 * are not skipped, they were not asked for
 * @returns what it says
 */
export function readReport(xml: string, filter?: string): TestReport {
  const suites = childrenOf(parseXml(xml).root, "testsuite");
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const suite of suites) {
    const cases = childrenOf(suite, "testcase");
    const names = new Set(cases.map(nameOf));
    for (const test of cases) {
      const name = nameOf(test);
      const has = (outcome: string) => childrenOf(test, outcome).length > 0;
      if (isStep(name, names)) continue;
      if (has("failure") || has("error")) failed++;
      else if (!has("skipped")) passed++;
      else if (matches(name, filter)) skipped.push(name);
    }
  }
  return { passed, failed, skipped };
}

/** One test of a report. */
export interface ReportedTest {
  /** The file that declared it, from the folder the tests ran in. */
  readonly file: string;
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** What a test that failed says, else empty. */
  readonly failure: string;
}

/**
 * Reads a report test by test.
 *
 * @param xml the report
 * @returns the tests; one that a filter left out counts as skipped
 */
export function readTests(xml: string): ReportedTest[] {
  return childrenOf(parseXml(xml).root, "testsuite").flatMap((suite) => {
    const cases = childrenOf(suite, "testcase");
    const names = new Set(cases.map(nameOf));
    return cases.flatMap((test): ReportedTest[] => {
      const name = nameOf(test);
      if (isStep(name, names)) return [];
      const [failure] = [
        ...childrenOf(test, "failure"),
        ...childrenOf(test, "error"),
      ];
      const skipped = childrenOf(test, "skipped").length > 0;
      return [{
        file: (suite.attributes["name"] ?? "").replace(/^\.\//, ""),
        name,
        outcome: failure ? "failed" : skipped ? "skipped" : "passed",
        failure: failure?.text ?? "",
      }];
    });
  });
}

function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement =>
    child instanceof XmlElement && child.name === name
  );
}

function nameOf(element: XmlElement): string {
  return element.attributes["name"] ?? "";
}

/** Steps are listed as `test > step`; their test counts for them. */
function isStep(name: string, names: ReadonlySet<string>): boolean {
  for (
    let at = name.indexOf(" > ");
    at >= 0;
    at = name.indexOf(" > ", at + 1)
  ) {
    if (names.has(name.slice(0, at))) return true;
  }
  return false;
}

function matches(name: string, filter: string | undefined): boolean {
  if (filter === undefined) return true;
  const [, pattern] = /^\/(.*)\/$/.exec(filter) ?? [];
  return pattern === undefined
    ? name.includes(filter)
    : new RegExp(pattern).test(name);
}

/**
 * Which test files had tests, from what `deno test` prints; the report names
 * only the file that declared a test, which may be another one.
 *
 * @param output what `deno test` printed
 * @returns the files, by path from the folder it ran in
 */
export function filesWithTests(output: string): Set<string> {
  const lines = stripVTControlCharacters(output)
    .matchAll(/^running ([1-9]\d*) tests? from \.\/(.+)$/gm);
  return new Set([...lines].map(([, , file]) => file!));
}
