/**
 * `deno task run`: runs a program of the book and draws what its loop did.
 *
 * @module
 */

import { dirname } from "node:path";
import { Trace } from "../mod.ts";
import type { Chapter } from "./chapters.ts";
import { terminalWidth, timelineFor, writePicture } from "./picture.ts";
import { loopsOf, runInTerminal } from "./program.ts";
import { record, runBeside } from "./run_beside.ts";
import { readRunRequest } from "./run_request.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP = `Runs a chapter's program and draws its timeline.

Usage: deno task run [chapter] [module] [flags]

  chapter            by number (2.2), name (event-loop) or folder;
                     without one, the chapters are listed
  module             another module of the chapter (stage2); main without one
  --trace=out.svg    draws the timeline into a picture
  --trace=out.json   stores it for Perfetto or chrome://tracing
  --python           beside its twin in Python, which runs in CPython: prints
                     both runs and whether they agree
  --python --record  records a twin that needs threads, sockets or processes,
                     with the python3 of this machine
  --real             on the real clock: a sleep of a second takes a second
  --no-timeline      prints only what the program prints
  --ascii            draws the timeline with ASCII characters
  --help             prints this

Time is virtual unless you say --real: the clock jumps from one deadline to the
next, so the output is the same on every machine and there at once.`;

/**
 * The list of chapters that `deno task run` prints.
 *
 * @param chapters the chapters in the book's order
 * @param width how many columns there are
 * @returns lines of text
 */
export function chapterList(
  chapters: readonly Chapter[],
  width: number,
): string {
  if (chapters.length === 0) return "The book has no chapters";
  const sections = Math.max(...chapters.map(({ section }) => section.length));
  const slugs = Math.max(...chapters.map(({ slug }) => slug.length));
  const indent = " ".repeat(sections + 4);
  const lines = chapters.flatMap(({ section, slug, title, modules }) => [
    `  ${section.padEnd(sections)}  ${slug.padEnd(slugs)}  ${title}`,
    ...wrapped(modules, width - indent.length).map((line) => indent + line),
  ]);
  const example = chapters.find(({ modules }) => modules.length > 1) ??
    chapters[0]!;
  const { section, slug, modules } = example;
  const another = modules.find((module) => module !== "main");
  const hints = [
    `deno task run ${section}  or  deno task run ${slug}  runs its main program`,
    ...(another === undefined ? [] : [
      `deno task run ${section} ${another}  runs another of its programs`,
    ]),
    "deno task run --help  tells the rest",
  ];
  return [...lines, "", ...hints].join("\n");
}

/** Words joined by commas, in lines no wider than they should be. */
function wrapped(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const next = index < words.length - 1 ? `${word},` : word;
    if (line !== "" && line.length + 1 + next.length > width) {
      lines.push(line);
      line = next;
    } else {
      line = line === "" ? next : `${line} ${next}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/**
 * Does what `deno task run` is told.
 *
 * @param root the project's root
 * @param args the arguments
 * @param from the folder that the picture's path starts from
 * @returns the exit code
 */
export async function runBook(
  root: string,
  args: readonly string[],
  from: string,
): Promise<number> {
  const request = await readRunRequest(root, args, from);
  if (request.kind === "help") return say(HELP);
  if (request.kind === "list") {
    return say(chapterList(request.chapters, terminalWidth()));
  }
  if (request.kind === "beside") return await runBeside(request.request);
  if (request.kind === "record") {
    return await record(request.python, request.command);
  }
  const { program, clock, timeline, ascii, picture } = request;
  const { exitCode, recording } = await runInTerminal(program, clock);
  const traces = loopsOf(recording?.events ?? [])
    .map((events) => Trace.fromEvents(events));
  if (timeline) {
    for (const trace of traces) say(`\n${timelineFor(trace, ascii)}`);
  }
  if (picture === undefined) return exitCode;
  if (traces.length === 0) {
    throw new UsageError(
      "The program ran no loop of the library, so there is nothing to draw",
    );
  }
  for (const [index, trace] of traces.entries()) {
    say(`\nWrote ${await writePicture(trace, picture, index)}`);
  }
  return exitCode;
}

function say(text: string): number {
  console.log(text);
  return 0;
}

if (import.meta.main) {
  await runCommand(async () => {
    const root = dirname(import.meta.dirname!);
    const from = Deno.env.get("INIT_CWD") ?? Deno.cwd();
    return await runBook(root, Deno.args, from);
  });
}
