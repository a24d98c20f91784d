/**
 * The ledger of claims as markdown: how many have which verdict, and one by one,
 * chapter by chapter.
 *
 * What is written reads well on a code host. For the site each claim is a
 * `<section>` that carries its verdict, and before the first one stands a choice
 * of verdicts: a style sheet does the rest, so that it works without a script.
 *
 * Whether the ledger is right is not this module's business: `deno task claims`
 * checks it, with the line of every mistake.
 *
 * @module
 */

import { join, relative } from "node:path";
import type { Chapter } from "../chapters.ts";
import { idOf } from "../claims/address.ts";
import {
  type Claim,
  type Decision,
  type Verdict,
  VERDICTS,
} from "../claims/ledger.ts";
import { headingsOf } from "../claims/pages.ts";

/** A claim as it stands in the JSON: without lines. */
type Entry = Omit<Claim, "decidedBy" | "line" | "lines"> & {
  readonly decidedBy: readonly Partial<
    Record<Decision["kind"], Readonly<Record<string, string>>>
  >[];
};

/** What a verdict means. */
const MEANINGS: Readonly<Record<Verdict, string>> = {
  "holds": "it is true as it stands.",
  "holds-with-limits": "it is true under conditions that it does not name.",
  "imprecise": "there is truth in it, but taken at its word it misleads.",
  "wrong": "it is not true.",
};

/**
 * Reads the claims of a ledger.
 *
 * @param json the ledger's text
 * @param file its name, for the error
 * @returns the claims
 * @throws {SyntaxError} when it is no ledger
 */
export function claimsIn(json: string, file: string): readonly Entry[] {
  let ledger: { readonly claims?: unknown };
  try {
    ledger = JSON.parse(json);
  } catch (error) {
    throw new SyntaxError(`${file} is no JSON: ${(error as Error).message}`);
  }
  if (Array.isArray(ledger?.claims)) return ledger.claims;
  throw new SyntaxError(
    `${file} has no list "claims"; see deno task claims --check`,
  );
}

/** The verdicts: what each means, and how many claims have it. */
export function verdictsOf(claims: readonly Entry[]): string[] {
  return verdicts.map((verdict) =>
    `- **${VERDICTS[verdict]}** (${count(claims, verdict)}): ${
      MEANINGS[verdict]
    }`
  );
}

/**
 * All claims, each with its verdict, what was found, and what decides it.
 *
 * @param claims the claims, in the order of the article
 * @param chapters the chapters that discuss them
 * @param folder the folder of the page, from which links start
 * @returns lines of markdown
 * @throws {RangeError} when a chapter or a heading is not there
 */
export async function claimsOf(
  claims: readonly Entry[],
  chapters: readonly Chapter[],
  folder: string,
): Promise<string[]> {
  const lines = [...choice(claims), "", '<div class="ledger">'];
  const discussed = new Set(claims.map(({ chapter }) => chapter));
  for (const name of discussed) {
    const chapter = chapters.find(({ folder }) => folder === name);
    if (chapter === undefined) throw missing(`chapters/${name}`);
    const page = join(chapter.path, "index.md");
    const headings = headingsOf(await Deno.readTextFile(page));
    const from = linkFrom(folder, join(chapter.path, "..", ".."));
    lines.push(
      "",
      '<section class="claims-of">',
      "",
      `### ${chapter.section} ${chapter.title} {#chapter-${
        chapter.section.replaceAll(".", "-")
      }}`,
    );
    for (const claim of claims.filter(({ chapter }) => chapter === name)) {
      const heading = headings.find(({ id }) => id === claim.heading);
      if (heading === undefined) throw missing(`{#${claim.heading}}`);
      const address = `chapters/${name}/index.md#${heading.id}`;
      lines.push(
        "",
        `<section class="claim" data-verdict="${claim.verdict}">`,
        "",
        `#### ${claim.id} ${escaped(claim.statement)} {#${idOf(claim.id)}}`,
        "",
        `**${capitalized(VERDICTS[claim.verdict])}.** ${claim.finding}`,
        "",
        `- discussed under [${heading.text}](${from(address)})`,
        ...claim.decidedBy.map((decision) =>
          `- decided by ${inWords(decision, from)}`
        ),
        "",
        "</section>",
      );
    }
    lines.push("", "</section>");
  }
  return [...lines, "", "</div>"];
}

const verdicts = Object.keys(VERDICTS) as Verdict[];

function count(claims: readonly Entry[], verdict: Verdict): number {
  return claims.filter((claim) => claim.verdict === verdict).length;
}

function choice(claims: readonly Entry[]): string[] {
  const option = (value: string, text: string, checked = "") =>
    `<label><input type="radio" name="verdict" value="${value}"${checked}> ${text}</label>`;
  return [
    '<fieldset class="verdicts">',
    "<legend>Show</legend>",
    option("all", `all (${claims.length})`, " checked"),
    ...verdicts.map((verdict) =>
      option(verdict, `${VERDICTS[verdict]} (${count(claims, verdict)})`)
    ),
    "</fieldset>",
  ];
}

function inWords(
  { test, measurement, source }: Entry["decidedBy"][number],
  from: (path: string) => string,
): string {
  if (test !== undefined) {
    return `the test [${escaped(test["name"]!)}](${from(test["file"]!)})`;
  }
  if (measurement !== undefined) {
    const { shows, file } = measurement;
    return `the measurement of [${escaped(shows!)}](${from(file!)})`;
  }
  const { title, url, place } = source!;
  return `the source [${escaped(title!)}](${url}), ${escaped(place!)}`;
}

/** Gives the link from a folder to a path of the project. */
function linkFrom(folder: string, root: string): (path: string) => string {
  return (path) => relative(folder, join(root, path)).replaceAll("\\", "/");
}

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>$|]/g, "\\$&");
}

function missing(what: string): RangeError {
  return new RangeError(
    `The ledger names ${what}, which is not there; see deno task claims --check`,
  );
}
