/**
 * `deno task claims`: the ledger of claims, checked and put to the test.
 *
 * @module
 */

import { dirname } from "node:path";
import { BookFiles } from "./claims/book_files.ts";
import { checkLedger } from "./claims/check_ledger.ts";
import {
  claimsNamed,
  counted,
  described,
  listed,
  problemList,
  summary,
} from "./claims/in_words.ts";
import { type Claim, LEDGER, type Problem } from "./claims/ledger.ts";
import { readLedger } from "./claims/read_ledger.ts";
import { hold, type Trial, type Verdicts } from "./claims/trial.ts";
import { readCommandLine } from "./command_line.ts";
import { chooseSource, type Source } from "./dependencies.ts";
import { type Outcome, runSteps, type Stage, type Step } from "./steps.ts";
import { PARTS, shareOut } from "./test_parts.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP = `Puts the ledger of claims to the test.

Usage: deno task claims [id…] [--check | --list]

  id         a claim such as 3.g, or a section with all of its claims such
             as 3; everything without one
  --check    only compares ${LEDGER} with the book; runs nothing
  --list     prints the claims with their verdicts; runs nothing
  --help     prints this

Every statement of the article has a verdict, and most verdicts are decided by a
test. Its assertion is marked:

  // decides 3.g
  assertEquals(lines, …);

Each of these tests runs as it is written, and must pass; then once more with the
marked assertion turned around, and must fail. A test that passes both times
can't fail, and decides nothing.`;

/** What became of the ledger. */
export interface Report {
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
  /** What ran; absent when nothing did. */
  readonly verdicts?: Verdicts;
}

/**
 * Compares the ledger with the book.
 *
 * @param root the project's root
 * @param statements how many statements each section of the article makes
 * @returns the claims, and what is wrong
 */
export async function checkClaims(
  root: string,
  statements?: Readonly<Record<string, number>>,
): Promise<Report & { readonly files: BookFiles }> {
  const files = new BookFiles(root);
  const text = await files.text(LEDGER);
  if (text === undefined) throw new UsageError(`There is no ${LEDGER}`);
  const ledger = readLedger(text);
  const problems = await checkLedger(ledger, files, statements);
  return { claims: ledger.claims, problems, files };
}

/**
 * Runs the tests that decide some claims, as they are written and turned around.
 *
 * @param claims the claims
 * @param files the files of the book
 * @param source where dependencies come from
 * @param stage where the lines go
 * @returns what became of them
 */
export async function tryClaims(
  claims: readonly Claim[],
  files: BookFiles,
  source: Source,
  stage?: Stage,
): Promise<Verdicts> {
  const trials = await trialsOf(claims, files);
  const outcomes = await runSteps(
    [...trials].map(([name, trial]): Step<Outcome & Verdicts> => ({
      name,
      run: async () => {
        const verdicts = await hold(trial, files, source);
        const { passed, turned, problems } = verdicts;
        return {
          ...verdicts,
          ok: problems.length === 0,
          summary: problems.length > 0
            ? counted(problems.length, "problem")
            : `${counted(passed, "test")} passed; turned around, ${
              counted(turned, "assertion")
            } failed`,
        };
      },
    })),
    stage,
  );
  const all = outcomes.filter((outcome) => outcome !== undefined);
  if (all.length < outcomes.length) throw new Error("A trial crashed");
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    turned: all.reduce((sum, { turned }) => sum + turned, 0),
    skipped: all.flatMap(({ skipped }) => skipped),
    problems: all.flatMap(({ problems }) => problems),
  };
}

/** The deciding tests of some claims, by the part of the suite they run in. */
async function trialsOf(
  claims: readonly Claim[],
  files: BookFiles,
): Promise<Map<string, Trial>> {
  const wanted = new Map<string, Set<string>>();
  for (const decision of claims.flatMap(({ decidedBy }) => decidedBy)) {
    if (decision.kind !== "test") continue;
    const names = wanted.get(decision.file) ?? new Set();
    wanted.set(decision.file, names.add(decision.name));
  }
  const ids = new Set(claims.map(({ id }) => id));
  const { shares } = shareOut([...wanted.keys()].sort(), PARTS);
  const trials = new Map<string, Trial>();
  for (const [{ name, flags }, share] of shares) {
    const tests = await Promise.all(share.map(async (file) => {
      const read = await files.tests(file);
      const chosen = read!.tests.filter((test) =>
        wanted.get(file)!.has(test.name)
      );
      const deciding = chosen.map((test) => ({
        ...test,
        deciding: test.deciding.filter(({ claims }) =>
          claims.some((id) => ids.has(id))
        ),
      }));
      return [file, deciding] as const;
    }));
    trials.set(name, { tests: new Map(tests), flags });
  }
  return trials;
}

async function claims(): Promise<number> {
  const root = dirname(import.meta.dirname!);
  const { flags, words } = readCommandLine(Deno.args, {
    check: "switch",
    list: "switch",
    help: "switch",
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  const { claims, problems, files } = await checkClaims(root);
  const chosen = claimsNamed(claims, words);
  if (flags.list) {
    console.log(listed(chosen));
    return 0;
  }
  if (problems.length > 0) {
    console.error(problemList(problems));
    console.error(`${counted(problems.length, "problem")}; nothing was run`);
    return 1;
  }
  if (!flags.check) {
    if (words.length > 0) console.log(chosen.map(described).join("\n"));
    const source = await chooseSource(["std"]);
    const verdicts = await tryClaims(chosen, files, source);
    for (const name of verdicts.skipped) console.log(`skipped: ${name}`);
    if (verdicts.problems.length > 0) {
      console.error(problemList(verdicts.problems));
      console.error(counted(verdicts.problems.length, "problem"));
      return 1;
    }
  }
  console.log(summary(chosen));
  return 0;
}

if (import.meta.main) await runCommand(claims);
