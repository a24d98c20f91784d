/**
 * Holds the ledger to the article and to the book: every statement is there,
 * every heading, test and measurement that it names exists, and every mark in a
 * test is one that the ledger knows.
 *
 * Nothing runs here; `trial.ts` does that.
 *
 * @module
 */

import { nearest, suggestion } from "../nearest.ts";
import { idsOf, sectionOf, STATEMENTS } from "./article.ts";
import type { BookFiles } from "./book_files.ts";
import {
  type Claim,
  type Decision,
  LEDGER,
  type Ledger,
  type MeasurementDecides,
  type Problem,
  type SourceDecides,
  type TestDecides,
  VERDICTS,
} from "./ledger.ts";
import { shows } from "./pages.ts";

/** A source alone decides what exists (1.c) and where things go (5). */
const BY_SOURCE = /^(?:1\.c|5\.[a-z])$/;

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
      ...checkKinds(claim),
      ...(await Promise.all(
        claim.decidedBy.map((decision) =>
          checkDecision(claim, decision, files)
        ),
      )).flat(),
    );
  }
  problems.push(...await checkMarks(ledger, files));
  return problems.sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
  );
}

const inLedger = (line: number, message: string): Problem => ({
  file: LEDGER,
  line,
  message,
});

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
          near(claim.id, ids) ??
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
        near(heading, ids) ?? `; name the one that discusses claim ${id}`
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

function checkKinds({ id, decidedBy, lines }: Claim): Problem[] {
  if (decidedBy.length === 0) return [];
  const ranks = decidedBy.some(({ kind }) => kind !== "source");
  if (ranks || BY_SOURCE.test(id)) return [];
  return [inLedger(
    lines["decidedBy"]!,
    `Claim ${id} is decided by a source alone, which decides only what exists (1.c) and what the trends are (5); name a test or a measurement`,
  )];
}

function checkDecision(
  claim: Claim,
  decision: Decision,
  files: BookFiles,
): Promise<Problem[]> | Problem[] {
  switch (decision.kind) {
    case "test":
      return checkTest(claim, decision, files);
    case "measurement":
      return checkMeasurement(claim, decision, files);
    case "source":
      return checkSource(decision);
  }
}

async function checkTest(
  { id }: Claim,
  { file, name, line }: TestDecides,
  files: BookFiles,
): Promise<Problem[]> {
  const read = await files.tests(file);
  if (read === undefined) {
    return [inLedger(
      line,
      `${file} is no test file that may decide a claim${
        near(file, await files.testFiles()) ??
          "; name one of chapters/ or tests/cpython/"
      }`,
    )];
  }
  const test = read.tests.find((test) => test.name === name);
  if (test === undefined) {
    const names = read.tests.map(({ name }) => name);
    return [inLedger(
      line,
      `${file} has no test "${name}"${
        near(name, names) ?? `; its tests are ${quoted(names)}`
      }`,
    )];
  }
  if (test.deciding.some(({ claims }) => claims.includes(id))) return [];
  // A mark that is wrong has a problem of its own.
  if (read.problems.length > 0) return [];
  return [{
    file,
    line: test.line,
    message:
      `No assertion of "${name}" is marked as what decides claim ${id}; write "// decides ${id}" on the line above it`,
  }];
}

async function checkMeasurement(
  { id, chapter }: Claim,
  { file, program, line }: MeasurementDecides,
  files: BookFiles,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const say = (message: string) => problems.push(inLedger(line, message));
  const results = await files.text(file);
  if (results === undefined) {
    say(
      `The measurement ${file} does not exist; measure with deno task bench and commit what it writes`,
    );
  } else {
    const entries = entriesOf(results);
    if (entries === undefined) say(`The measurement ${file} is no JSON`);
    for (const entry of ["date", "machine"]) {
      if (entries === undefined || entries.includes(entry)) continue;
      say(
        `${file} has no "${entry}"; a measurement says when and where it was made`,
      );
    }
  }
  const page = await files.page(chapter);
  const folder = `chapters/${chapter}/`;
  const name = program.slice(folder.length);
  if (await files.text(program) === undefined) {
    say(
      `The program ${program} does not exist; name the one that shows the measurement`,
    );
  } else if (
    !program.startsWith(folder) || page === undefined ||
    !shows(page.text, name)
  ) {
    say(
      `chapters/${chapter}/index.md does not show what ${program} prints; show the measurement of claim ${id} there in a block run=${
        program.startsWith(folder) ? name : "…"
      }`,
    );
  }
  return problems;
}

function checkSource({ url, line }: SourceDecides): Problem[] {
  if (URL.canParse(url) && new URL(url).protocol === "https:") return [];
  return [inLedger(
    line,
    `The source's address "${url}" is no https address; give one that a reader can open`,
  )];
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

function near(word: string, words: readonly string[]): string | undefined {
  const found = nearest(word, words);
  return found === undefined ? undefined : `; did you mean "${found}"?`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ") || "none";
}

function entriesOf(json: string): string[] | undefined {
  try {
    return Object.keys(JSON.parse(json));
  } catch {
    return undefined;
  }
}
