/**
 * What `deno task run` is asked to do, from its command line.
 *
 * @module
 */

import { join } from "node:path";
import {
  type Chapter,
  chapterNamed,
  findChapters,
  unfinishedChapters,
} from "./chapters.ts";
import { readCommandLine } from "./command_line.ts";
import { suggestion } from "./nearest.ts";
import { pictureFile } from "./picture.ts";
import type { Program } from "./program.ts";
import type { BesideRequest } from "./run_beside.ts";
import { UsageError } from "./usage_error.ts";

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
