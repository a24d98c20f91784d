/**
 * `deno task test`: every test of the project, in parts.
 *
 * The last line is `N passed, N failed`, over all parts. A part that ends badly
 * without naming a failed test (its process died, a module did not load) counts
 * as one failed test: no trouble may hide behind a sum that looks fine.
 *
 * @module
 */

import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { readCommandLine } from "./command_line.ts";
import { chooseSource, denoArguments, type Source } from "./dependencies.ts";
import { runDenoQuietly } from "./quiet_deno.ts";
import { type Outcome, runSteps, type Stage, type Step } from "./steps.ts";
import { type Part, PARTS, testFiles } from "./test_parts.ts";
import { filesWithTests, readReport } from "./test_report.ts";
import { NAMES, select, type Selection } from "./test_selection.ts";
import { checkTypes } from "./types.ts";
import { runCommand } from "./usage_error.ts";

/** What a part of the suite found. */
export interface PartOutcome extends Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NAME_WIDTH = Math.max(...NAMES.map((name) => name.length));

const HELP = `Runs the tests.

Usage: deno task test [part or file…] [--filter=text]

  part            one of the parts below
  file            test files whose path has this in it: gather, tests/loop
  --filter=text   only tests whose name has this in it, or /pattern/
  --help          prints this

Parts:
  ${"types".padEnd(NAME_WIDTH)}  every module of the project
  ${"docs".padEnd(NAME_WIDTH)}  every example in the library's documentation
${
  PARTS.map(({ name, about }) => `  ${name.padEnd(NAME_WIDTH)}  ${about}`).join(
    "\n",
  )
}`;

/**
 * Runs what was selected.
 *
 * @param root the project's root
 * @param selection what is to be tested
 * @param stage where the lines go
 * @returns the sum over all parts
 */
export async function runTests(
  root: string,
  selection: Selection,
  stage?: Stage,
): Promise<Omit<PartOutcome, "ok">> {
  const source = await chooseSource(["std"]);
  const steps: Step<PartOutcome>[] = [...selection.shares].map((
    [part, files],
  ) => ({
    name: part.name,
    ...(part.alone === undefined ? {} : { alone: part.alone }),
    run: () => testPart(root, part, files, source, selection.filter),
  }));
  if (selection.docs) {
    steps.unshift({ name: "docs", run: () => testDocs(root, source) });
  }
  if (selection.types) {
    steps.unshift({ name: "types", run: () => testTypes(root, source) });
  }
  const outcomes = await runSteps(steps, stage);
  const sum = (count: (outcome: PartOutcome) => number, crashed = 0) =>
    outcomes.reduce((all, one) => all + (one ? count(one) : crashed), 0);
  const passed = sum((one) => one.passed);
  const failed = sum((one) => one.failed, 1);
  const skipped = sum((one) => one.skipped);
  return { passed, failed, skipped, summary: inWords(passed, failed, skipped) };
}

async function testTypes(root: string, source: Source): Promise<PartOutcome> {
  const { code, output, modules } = await checkTypes(root, source);
  const ok = code === 0;
  return {
    ok,
    passed: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    skipped: 0,
    summary: ok ? `${modules} modules` : inWords(0, 1, 0),
    output,
  };
}

function testDocs(root: string, source: Source): Promise<PartOutcome> {
  return test(root, ["--doc", ...denoArguments(source), "mod.ts", "src"], []);
}

function testPart(
  root: string,
  { flags }: Part,
  files: readonly string[],
  source: Source,
  filter: string | undefined,
): Promise<PartOutcome> {
  const args = [
    // The part "types" has seen to that.
    "--no-check",
    "--no-prompt",
    ...denoArguments(source),
    ...flags,
    ...(filter === undefined ? [] : [`--filter=${filter}`]),
    ...files,
  ];
  // A filter may well leave out all tests of a file.
  return test(root, args, filter === undefined ? files : [], filter);
}

/** Runs `deno test`; every file of `expected` must have had tests. */
async function test(
  root: string,
  args: readonly string[],
  expected: readonly string[],
  filter?: string,
): Promise<PartOutcome> {
  const folder = join(root, ".loopbook");
  const path = join(folder, `tests-${crypto.randomUUID()}.xml`);
  await Deno.mkdir(folder, { recursive: true });
  try {
    const { code, output } = await runDenoQuietly(
      ["test", `--junit-path=${path}`, ...args],
      { cwd: root },
    );
    const xml = await Deno.readTextFile(path).catch(() => "<testsuites/>");
    const report = readReport(xml, filter);
    const ran = filesWithTests(output);
    const silent = expected.filter((file) => !ran.has(file));
    const { passed, skipped } = report;
    const crashed = code !== 0 && report.failed + silent.length === 0 ? 1 : 0;
    const failed = report.failed + silent.length + crashed;
    const notes = [
      ...skipped.map((name) => `        skipped: ${name}`),
      ...silent.map((file) => `        no test of ${file} has run`),
    ];
    return {
      ok: failed === 0,
      passed,
      failed,
      skipped: skipped.length,
      summary: inWords(passed, failed, skipped.length),
      output: [...(failed > 0 ? [withoutPassed(output)] : []), ...notes]
        .join("\n"),
    };
  } finally {
    await Deno.remove(path).catch(() => {});
  }
}

/** What `deno test` printed, less what tells of tests that passed. */
function withoutPassed(output: string): string {
  const told = / \.\.\. ok \(.*\)$|^running \d+ tests? from /;
  const lines = output.split("\n")
    .filter((line) => !told.test(stripVTControlCharacters(line)));
  return lines.join("\n").trim();
}

function inWords(passed: number, failed: number, skipped: number): string {
  const words = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? words : `${words}, ${skipped} skipped`;
}

if (import.meta.main) {
  await runCommand(async () => {
    const root = dirname(import.meta.dirname!);
    const { flags, words } = readCommandLine(Deno.args, {
      filter: "value",
      help: "switch",
    });
    if (flags.help) {
      console.log(HELP);
      return 0;
    }
    const selection = select(await testFiles(root), words, flags.filter);
    const { passed, failed, skipped, summary } = await runTests(
      root,
      selection,
    );
    if (passed + failed + skipped === 0) {
      console.log(`No test has "${flags.filter}" in its name`);
    }
    console.log(summary);
    return failed > 0 || passed + skipped === 0 ? 1 : 0;
  });
}
