/**
 * `deno task weave`: writes into every block of the book what it names.
 *
 * @module
 */

import { dirname } from "node:path";
import { structuredPatch } from "npm:diff@9.0.0";
import { chapterNamed, findChapters, unfinishedChapters } from "./chapters.ts";
import { readCommandLine } from "./command_line.ts";
import { findReference, type Place } from "./reference.ts";
import { runCommand, UsageError } from "./usage_error.ts";
import { writeAll } from "./weave/files.ts";
import type { Problem } from "./weave/problem.ts";
import { Runs } from "./weave/runs.ts";
import { type Stale, weave, type Weaving } from "./weave/weaving.ts";

const HELP = `Refreshes the code and output blocks of the book from their files.

Usage: deno task weave [chapter…] [--check]

  chapter     by number (2.2), name (event-loop) or folder, a page of the
              reference by its folder (lint); all without one
  --check     writes nothing, names the blocks that are out of date, and
              exits with 1 when there are any
  --help      prints this

A block says what it shows:
  \`\`\`ts file=main.ts#gather              a region of a file
  \`\`\`ts file=main.ts#gather context=1    and a line before and after it
  \`\`\`text run=main.ts                    what the program prints
  \`\`\`text run=main.ts throws=RangeError  the same when it is to fail
  \`\`\`text run=main.ts vary-port="(\\d+)"  what varies, shown as ‹port›
  \`\`\`timeline run=main.ts                its timeline
  <!-- table file=names.json#tasks -->    a list of a JSON file, as a table up
                                          to <!-- /table -->
  <!-- claims file=claims.json#list -->   the ledger of claims, up to
                                          <!-- /claims -->

One mistake anywhere, and nothing is written.`;

/** How `weave` ended, in words. */
export interface Report {
  readonly exitCode: number;
  readonly text: string;
}

/**
 * Weaves chapters, or checks them.
 *
 * @param root the project's root
 * @param args the command line
 * @param runs runs the programs
 * @param onBlock is told how many blocks are done
 * @returns the exit code and what to tell
 */
export async function weaveCommand(
  root: string,
  args: readonly string[],
  runs: Runs = new Runs(root),
  onBlock?: (done: number, all: number) => void,
): Promise<Report> {
  const { flags, words } = readCommandLine(args, {
    check: "switch",
    help: "switch",
  });
  if (flags.help) return { exitCode: 0, text: HELP };
  const chapters = await findChapters(root);
  const reference = await findReference(root);
  const unfinished = await unfinishedChapters(root);
  const named = new Set(
    words.map((word): Place => {
      const name = partOfBook(word);
      return reference.find(({ folder }) => folder === name) ??
        chapterNamed(chapters, name, unfinished);
    }),
  );
  const places = [...chapters, ...reference].filter((place) =>
    words.length === 0 || named.has(place)
  );

  const weaving = await weave(root, places, runs, onBlock);
  if (weaving.problems.length > 0) {
    return { exitCode: 1, text: problemList(weaving.problems) };
  }
  if (flags.check) {
    return {
      exitCode: weaving.stale.length > 0 ? 1 : 0,
      text: checkReport(weaving),
    };
  }
  await writeAll(root, weaving.changes);
  return { exitCode: 0, text: weaveReport(weaving) };
}

/** The folder that a path leads into; what is no path stays as it is. */
function partOfBook(word: string): string {
  const [, folder] =
    /^(?:\.\/)?(?:chapters|site\/pages)\/([^/]+)(?:\/.*)?$/.exec(word) ?? [];
  if (folder !== undefined) return folder;
  if (!/\/|\.\w*[a-z]/i.test(word)) return word;
  throw new UsageError(
    `"${word}" is no part of the book; name a chapter (2.2) or a page of the reference (lint), or nothing for all`,
  );
}

function problemList(problems: readonly Problem[]): string {
  const lines = problems.map(({ page, line, message }) =>
    `${page}:${line}: ${message}`
  );
  return `${lines.join("\n")}\n${
    counted(problems.length, "problem")
  }; nothing was written`;
}

function weaveReport({ blocks, stale, changes }: Weaving): string {
  const checked = counted(blocks, "block");
  if (changes.length === 0) return `${checked}, all fresh`;
  const lines = stale.map(({ page, line, what }) =>
    `  ${page}:${line}: ${what}`
  );
  return `${checked}; written anew:\n${lines.join("\n")}`;
}

function checkReport({ blocks, stale }: Weaving): string {
  const checked = counted(blocks, "block");
  if (stale.length === 0) return `${checked}, all fresh`;
  return `${stale.map(difference).join("\n")}\n${
    counted(stale.length, "block")
  } out of date; run deno task weave`;
}

/** The first lines that differ, as a diff. */
function difference({ page, line, what, before, after }: Stale): string {
  const title = `${page}:${line}: ${what}`;
  const text = (lines: readonly string[]) =>
    lines.map((line) => `${line}\n`).join("");
  const { hunks } = structuredPatch("", "", text(before), text(after), "", "", {
    context: 1,
  });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const shown = lines.slice(0, LINES_OF_DIFF).map((line) => `    ${line}`);
  const more = lines.length - shown.length;
  if (more > 0) shown.push(`    … ${counted(more, "more line")}`);
  return [title, ...shown].join("\n");
}

const LINES_OF_DIFF = 12;

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** A line that counts up, on a terminal only. */
function progressLine(): (done: number, all: number) => void {
  const encoder = new TextEncoder();
  if (!Deno.stderr.isTerminal()) return () => {};
  return (done, all) => {
    const text = done < all ? `Weaving block ${done} of ${all}` : "";
    Deno.stderr.writeSync(encoder.encode(`\r\x1b[K${text}`));
  };
}

if (import.meta.main) {
  await runCommand(async () => {
    const root = dirname(import.meta.dirname!);
    const { exitCode, text } = await weaveCommand(
      root,
      Deno.args,
      new Runs(root),
      progressLine(),
    );
    (exitCode === 0 ? console.log : console.error)(text);
    return exitCode;
  });
}
