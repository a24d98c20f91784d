/**
 * `deno task run`: runs a program of the book and draws what its loop did.
 *
 * @module
 */

import { dirname, join } from "node:path";
import { Trace } from "../mod.ts";
import {
  type Chapter,
  chapterNamed,
  findChapters,
  unfinishedChapters,
} from "./chapters.ts";
import { readCommandLine } from "./command_line.ts";
import { suggestion } from "./nearest.ts";
import {
  pictureFile,
  terminalWidth,
  timelineFor,
  writePicture,
} from "./picture.ts";
import { loopsOf, type Program, runInTerminal } from "./program.ts";
import { type BesideRequest, record, runBeside } from "./run_beside.ts";
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

/** What the command line asks for. */
export type RunRequest =
  | { readonly kind: "help" }
  | { readonly kind: "list"; readonly chapters: readonly Chapter[] }
  | {
    readonly kind: "run";
    readonly program: Program;
    readonly clock: "real" | "virtual";
    readonly timeline: boolean;
    readonly ascii: boolean;
    /** The file for the picture; it ends in `.svg` or `.json`. */
    readonly picture?: string;
  }
  | { readonly kind: "beside"; readonly request: BesideRequest }
  | {
    readonly kind: "record";
    /** The path of the Python program. */
    readonly python: string;
    /** What was typed. */
    readonly command: string;
  };

/**
 * Reads the command line of `deno task run`.
 *
 * @param root the project's root
 * @param args the arguments
 * @param from the folder that the picture's path starts from
 * @returns what to do
 * @throws {UsageError} for what can't be done, with what can be instead
 */
export async function readRunRequest(
  root: string,
  args: readonly string[],
  from: string,
): Promise<RunRequest> {
  const { flags, words } = readCommandLine(args, {
    trace: "value",
    real: "switch",
    "no-timeline": "switch",
    ascii: "switch",
    python: "switch",
    record: "switch",
    help: "switch",
  });
  if (flags.help) return { kind: "help" };
  const [name, moduleName, tooMuch] = words.flatMap(partsOfPath);
  if (tooMuch !== undefined) {
    throw new UsageError(
      `One program at a time; "${tooMuch}" is one word too many`,
    );
  }
  const chapters = await findChapters(root);
  if (name === undefined) {
    const [flag] = args;
    if (flag === undefined) return { kind: "list", chapters };
    throw new UsageError(`${flag} needs a chapter: deno task run 2.2 ${flag}`);
  }
  const unfinished = await unfinishedChapters(root);
  const chapter = chapterNamed(chapters, name, unfinished);
  if (flags.record && !flags.python) {
    throw new UsageError("--record goes with --python");
  }
  if (flags.python) refuseWithPython(flags);
  if (flags.record) {
    const python = await pythonNamed(chapter, moduleName ?? "main");
    const command = ["deno task run", ...args].join(" ");
    return { kind: "record", python, command };
  }
  const module = moduleNamed(chapter, moduleName);
  const picture = flags.trace === undefined
    ? undefined
    : await pictureFile(flags.trace, from);
  const program = { root, module: join(chapter.path, `${module}.ts`) };
  if (flags.python) {
    const python = await pythonNamed(chapter, module);
    const request = {
      program,
      python,
      timeline: !flags["no-timeline"],
      ascii: flags.ascii,
    };
    return { kind: "beside", request };
  }
  return {
    kind: "run",
    program,
    clock: flags.real ? "real" : "virtual",
    timeline: !flags["no-timeline"],
    ascii: flags.ascii,
    ...(picture === undefined ? {} : { picture }),
  };
}

/** The path of a program is its chapter and its module. */
function partsOfPath(word: string): string[] {
  const [, chapter, module] =
    /^(?:\.\/)?chapters\/([^/]+)\/(.+)\.(?:ts|py)$/.exec(word) ?? [];
  return chapter && module ? [chapter, module] : [word];
}

function refuseWithPython(
  { real, trace }: {
    readonly real: boolean;
    readonly trace: string | undefined;
  },
): void {
  const wrong = real ? "--real" : trace && "--trace";
  if (!wrong) return;
  throw new UsageError(
    `${wrong} is for one program; leave it out, or leave out --python`,
  );
}

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

function moduleNamed(chapter: Chapter, name: string | undefined): string {
  const { folder, modules } = chapter;
  const wanted = (name ?? "main").replace(/^\.\//, "").replace(/\.ts$/, "");
  if (modules.includes(wanted)) return wanted;
  if (modules.length === 0) {
    throw new UsageError(`Chapter ${folder} has no program to run`);
  }
  throw new UsageError(
    name === undefined
      ? `Chapter ${folder} has no main program; name one of ${
        modules.join(", ")
      }`
      : `Chapter ${folder} has no module "${name}"${
        suggestion(wanted, modules)
      }`,
  );
}

/** The path of a Python program of a chapter. */
async function pythonNamed(
  { folder, path }: Chapter,
  module: string,
): Promise<string> {
  const name = module.replace(/^\.\//, "").replace(/\.(py|ts)$/, "");
  const names: string[] = [];
  for await (const { name } of Deno.readDir(path)) {
    if (name.endsWith(".py")) names.push(name.slice(0, -".py".length));
  }
  if (names.includes(name)) return join(path, `${name}.py`);
  throw new UsageError(
    `Chapter ${folder} has no ${name}.py${suggestion(name, names.sort())}`,
  );
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
