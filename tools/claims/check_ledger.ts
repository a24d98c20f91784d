/**
 * Holds the ledger to the article and to the book: every statement is there,
 * every heading, test and measurement that it names exists, and every mark in a
 * test is one that the ledger knows.
 *
 * Nothing runs here; `trial.ts` does that.
 *
 * @module
 */

import { didYouMean, suggestion } from "../nearest.ts";
import { idsOf, sectionOf, STATEMENTS } from "./article.ts";
import type { BookFiles } from "./book_files.ts";
import { checkDecisions } from "./check_decisions.ts";
import {
  type Claim,
  LEDGER,
  type Ledger,
  type Problem,
  VERDICTS,
} from "./ledger.ts";
import { inLedger } from "./problems.ts";

/**
 * Checks a ledger.
 *
 * @param ledger the ledger
 * @param files the files of the book
 * @param statements how many statements each section of the article makes
 * @returns what is wrong, by file and line
 */
export async function checkLedger(
  ledger: Ledger,
  files: BookFiles,
  statements: Readonly<Record<string, number>> = STATEMENTS,
): Promise<Problem[]> {
  const problems = [...ledger.problems];
  const ids = idsOf(statements);
  // A claim that could not be read is there, with a problem of its own.
  if (problems.length === 0) problems.push(...checkIds(ledger.claims, ids));
  for (const claim of ledger.claims) {
    problems.push(
      ...await checkHeading(claim, files),
      ...await checkDecisions(claim, files),
    );
  }
  problems.push(...await checkMarks(ledger, files));
  return problems.sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
  );
}

function checkIds(claims: readonly Claim[], ids: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Claim>();
  for (const claim of claims) {
    const line = claim.lines["id"]!;
    const first = seen.get(claim.id);
    if (first !== undefined) {
      problems.push(inLedger(
        line,
        `Claim ${claim.id} is here a second time; its first place is line ${first.line}`,
      ));
    } else if (!ids.includes(claim.id)) {
      problems.push(inLedger(
        line,
        `The article has no statement ${claim.id}${
          didYouMean(claim.id, ids) ??
            "; its statements are listed in tools/claims/article.ts"
        }`,
      ));
    }
    seen.set(claim.id, first ?? claim);
  }
  let before: Claim | undefined;
  for (const id of ids) {
    const claim = seen.get(id);
    if (claim === undefined) {
      problems.push(inLedger(
        before?.line ?? 1,
        `Claim ${id} is missing; put it ${
          before ? `behind ${before.id}` : "at the beginning"
        }, with its verdict and what decides it`,
      ));
    } else {
      if (before !== undefined && claim.line < before.line) {
        problems.push(inLedger(
          claim.line,
          `Claim ${id} stands before ${before.id}; put it behind it, in the order of the article`,
        ));
      }
      before = claim;
    }
  }
  return problems;
}

async function checkHeading(
  { id, verdict, chapter, heading, lines }: Claim,
  files: BookFiles,
): Promise<Problem[]> {
  const section = sectionOf(id);
  const [, number] = /^([\d.]+)-/.exec(chapter) ?? [];
  if (number !== section && number !== sectionOf(section)) {
    return [inLedger(
      lines["chapter"]!,
      `Claim ${id} is said to be discussed in ${chapter}; it belongs into the chapter of section ${section}`,
    )];
  }
  const page = await files.page(chapter);
  if (page === undefined) {
    return [inLedger(
      lines["chapter"]!,
      `There is no chapters/${chapter}/index.md${
        suggestion(chapter, await files.chapters())
      }`,
    )];
  }
  const found = page.headings.find(({ id }) => id === heading);
  if (found === undefined) {
    const ids = page.headings.map(({ id }) => id);
    return [inLedger(
      lines["heading"]!,
      `chapters/${chapter}/index.md has no heading {#${heading}}${
        didYouMean(heading, ids) ?? `; name the one that discusses claim ${id}`
      }`,
    )];
  }
  const words = VERDICTS[verdict];
  const text = found.section.replace(/\s+/g, " ");
  // To hold with limits is not to hold.
  if (new RegExp(`\\b${words}\\b(?! with limits)`, "i").test(text)) return [];
  return [{
    file: `chapters/${chapter}/index.md`,
    line: found.line,
    message:
      `The ledger's verdict on ${id} is "${words}", and the text below "${found.text}" does not say so; let the two agree, word for word`,
  }];
}

/** Marks that are misplaced, and those that the ledger does not know. */
async function checkMarks(
  { claims, problems: unread }: Ledger,
  files: BookFiles,
): Promise<Problem[]> {
  const known = new Set(
    claims.flatMap(({ id, decidedBy }) =>
      decidedBy.flatMap((decision) =>
        decision.kind === "test"
          ? [`${id} ${decision.file} ${decision.name}`]
          : []
      )
    ),
  );
  const problems: Problem[] = [];
  for (const file of await files.testFiles()) {
    const { tests, problems: faults } = (await files.tests(file))!;
    problems.push(...faults.map((fault) => ({ file, ...fault })));
    // A claim that could not be read may be the one that knows the mark.
    if (unread.length > 0) continue;
    for (const { name, deciding } of tests) {
      for (const { claims: ids, line } of deciding) {
        for (const id of ids) {
          if (known.has(`${id} ${file} ${name}`)) continue;
          problems.push({
            file,
            line,
            message:
              `This assertion is marked as what decides ${id}, and ${LEDGER} does not say so; name the test there or take the mark away`,
          });
        }
      }
    }
  }
  return problems;
}
