/**
 * Holds what decides a claim to the book: the test that is named is there and its
 * assertion marked, the measurement is there and shown, the source has an
 * address.
 *
 * @module
 */

import { basename, posix } from "node:path";
import { didYouMean } from "../nearest.ts";
import type { BookFiles } from "./book_files.ts";
import type {
  Claim,
  Decision,
  MeasurementDecides,
  Problem,
  SourceDecides,
  TestDecides,
} from "./ledger.ts";
import { shows } from "./pages.ts";
import { inLedger } from "./problems.ts";

/** A source alone decides what exists (1.c) and where things go (5). */
const BY_SOURCE = /^(?:1\.c|5\.[a-z])$/;

/**
 * Checks what decides a claim.
 *
 * @param claim the claim
 * @param files the files of the book
 * @returns what is wrong, by file and line
 */
export async function checkDecisions(
  claim: Claim,
  files: BookFiles,
): Promise<Problem[]> {
  const problems = await Promise.all(
    claim.decidedBy.map((decision) => checkDecision(claim, decision, files)),
  );
  return [...checkKinds(claim), ...problems.flat()];
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
        didYouMean(file, await files.testFiles()) ??
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
        didYouMean(name, names) ?? `; its tests are ${quoted(names)}`
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
  } else if (!await mentions(files, program, basename(file))) {
    say(
      `Neither ${program} nor a module it imports reads ${
        basename(file)
      }; name the measurement that it shows`,
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

/** Whether a program names a file, itself or in a module that it imports. */
async function mentions(
  files: BookFiles,
  program: string,
  name: string,
): Promise<boolean> {
  const modules = [program];
  for (const module of modules) {
    const code = await files.text(module) ?? "";
    if (code.includes(name)) return true;
    for (const [, path] of code.matchAll(/\bfrom "(\.{1,2}\/[^"]+\.ts)"/g)) {
      const imported = posix.join(posix.dirname(module), path!);
      const isNear = imported.startsWith(`${posix.dirname(program)}/`);
      if (isNear && !modules.includes(imported)) modules.push(imported);
    }
  }
  return false;
}

function checkSource({ url, line }: SourceDecides): Problem[] {
  if (URL.canParse(url) && new URL(url).protocol === "https:") return [];
  return [inLedger(
    line,
    `The source's address "${url}" is no https address; give one that a reader can open`,
  )];
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
