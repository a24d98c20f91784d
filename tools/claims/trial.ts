/**
 * Puts the deciding tests to the test: as they are written they must pass, and
 * with a deciding assertion turned around they must fail, for that reason.
 *
 * Both happen in one run of `deno test`: the test files themselves, and beside
 * them their copies (`turn.ts`), restricted to the deciding tests by name. The
 * report says of each test what became of it. A test that is not in it did not
 * run, whatever the ledger says.
 *
 * @module
 */

import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { denoArguments, type Source } from "../dependencies.ts";
import { runDenoQuietly } from "../quiet_deno.ts";
import { readTests, type ReportedTest } from "../test_report.ts";
import type { BookFiles } from "./book_files.ts";
import type { Problem } from "./ledger.ts";
import type { WrittenTest } from "./test_file.ts";
import { rounds, type Turn, turnedCopy } from "./turn.ts";
import { TURNED } from "./turned.ts";

/** What a trial found. */
export interface Verdicts {
  /** How many tests passed as they are written. */
  readonly passed: number;
  /** How many assertions, turned around, made their test fail. */
  readonly turned: number;
  /** Tests that were left out, because this system lacks what they need. */
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
}

/** The deciding tests of some files that may do the same things. */
export interface Trial {
  /** The deciding tests, by file from the project's root. */
  readonly tests: ReadonlyMap<string, readonly WrittenTest[]>;
  /** What they may do, as flags of `deno test`. */
  readonly flags: readonly string[];
}

/** A test, in its file or in a copy of it. */
interface Run {
  /** The file that runs. */
  readonly path: string;
  readonly file: string;
  readonly test: WrittenTest;
  /** The assertion that is turned around, if one is. */
  readonly turn?: Turn;
}

/**
 * Runs deciding tests, as they are written and turned around.
 *
 * @param trial the tests
 * @param files the files of the book
 * @param source where dependencies come from
 * @returns what became of them
 */
export async function hold(
  trial: Trial,
  files: BookFiles,
  source: Source,
): Promise<Verdicts> {
  const folder = `.loopbook/turned-${crypto.randomUUID()}`;
  const report = `${folder}/report.xml`;
  const runs = await makeCopies(trial, files, folder);
  try {
    const { output } = await runDenoQuietly([
      "test",
      "--no-check",
      "--no-prompt",
      `--junit-path=${report}`,
      `--filter=${filterFor(runs)}`,
      ...denoArguments(source),
      ...trial.flags,
      ...new Set(runs.map(({ path }) => path)),
    ], { cwd: files.root });
    const xml = await Deno.readTextFile(join(files.root, report))
      .catch(() => "<testsuites/>");
    return judge(runs, readTests(xml), output);
  } finally {
    await Deno.remove(join(files.root, folder), { recursive: true });
  }
}

async function makeCopies(
  { tests }: Trial,
  files: BookFiles,
  folder: string,
): Promise<Run[]> {
  const runs: Run[] = [];
  await Deno.mkdir(join(files.root, folder), { recursive: true });
  for (const [file, deciding] of tests) {
    runs.push(...deciding.map((test) => ({ path: file, file, test })));
    const code = (await files.text(file))!;
    for (const [index, turns] of rounds(deciding, file).entries()) {
      const path = `${folder}/${index}-${file.split("/").at(-2)}-${
        basename(file)
      }`;
      const origin = join(files.root, file);
      await Deno.writeTextFile(
        join(files.root, path),
        turnedCopy(origin, code, turns),
      );
      for (const turn of turns) {
        const test = deciding.find(({ deciding }) =>
          deciding.some(({ callee }) => callee === turn.callee)
        )!;
        runs.push({ path, file, test, turn });
      }
    }
  }
  return runs;
}

/** Names the tests one by one: no other test of their files runs. */
function filterFor(runs: readonly Run[]): string {
  const names = [...new Set(runs.map(({ test }) => test.name))];
  return `/^(?:${names.map(escaped).join("|")})$/`;
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function judge(
  runs: readonly Run[],
  reported: readonly ReportedTest[],
  output: string,
): Verdicts {
  let passed = 0;
  let turned = 0;
  const skipped = new Set<string>();
  const problems: Problem[] = [];
  for (const run of runs) {
    const { path, file, test, turn } = run;
    const found = reported.find((one) =>
      one.file === path && one.name === test.name
    );
    if (found?.outcome === "skipped" && test.optional) {
      skipped.add(test.name);
      continue;
    }
    const message = turn === undefined
      ? complaint(found, test, output)
      : complaintTurned(found, test, turn, output);
    if (message !== undefined) {
      const line = turn === undefined ? test.line : lineOf(turn);
      problems.push({ file, line, message });
    } else if (turn === undefined) passed++;
    else turned++;
  }
  return { passed, turned, skipped: [...skipped], problems };
}

function complaint(
  found: ReportedTest | undefined,
  { name }: WrittenTest,
  output: string,
): string | undefined {
  if (found === undefined || found.outcome === "skipped") {
    return `"${name}" did not run, so it decides nothing; ${
      found ? "take away what leaves it out" : `see why:\n${reason(output)}`
    }`;
  }
  if (found.outcome === "passed") return undefined;
  return `"${name}" fails, and the claim it decides is open; mend it, or judge the claim anew:\n${
    beginning(found.failure)
  }`;
}

function complaintTurned(
  found: ReportedTest | undefined,
  { name }: WrittenTest,
  { place }: Turn,
  output: string,
): string | undefined {
  if (found === undefined || found.outcome === "skipped") {
    return `"${name}" did not run with this assertion turned around; see why:\n${
      reason(output)
    }`;
  }
  if (found.outcome === "passed") {
    return `"${name}" passes also with this assertion turned around, so it can't fail and decides nothing; make sure that the assertion is reached, awaited, and not caught`;
  }
  if (found.failure.includes(`${TURNED} [${place}]`)) return undefined;
  return `"${name}" fails with this assertion turned around, but for another reason; mark the assertion that fails first:\n${
    beginning(found.failure)
  }`;
}

function lineOf({ place }: Turn): number {
  return Number(place.slice(place.lastIndexOf(":") + 1));
}

function beginning(text: string): string {
  return indented(text.trim().split("\n").slice(0, 8));
}

/** Where `deno test` begins to say what went wrong, or the last it said. */
function reason(output: string): string {
  const lines = stripVTControlCharacters(output).trim().split("\n");
  const first = lines.findIndex((line) => /^error: /.test(line));
  return indented(first < 0 ? lines.slice(-8) : lines.slice(first, first + 8));
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join("\n");
}
