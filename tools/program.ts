/**
 * Programs of the book, run in processes of their own.
 *
 * A process per program costs a tenth of a second and buys three things: the
 * program has only the permissions its chapter needs (most may read the project
 * and write the one file their recording goes to), an endless loop can be
 * killed, and nothing a program leaves behind reaches the next one.
 *
 * @module
 */

import { dirname, join, relative, sep } from "node:path";
import type { TraceEvent } from "../mod.ts";
import { permissionFlags } from "./chapter_permissions.ts";
import { dependenciesOf, fetchAhead } from "./program_dependencies.ts";

/** What a finished program leaves. */
export interface Recording {
  /** What its loop told, and what it printed. */
  readonly events: readonly TraceEvent[];
  /** The error it failed with, `null` when it ended well. */
  readonly error: { readonly name: string; readonly message: string } | null;
}

/** How a program ended. */
export interface Ended {
  readonly exitCode: number;
  /** What it left; absent when it was killed or ended its process itself. */
  readonly recording?: Recording;
}

/** How a program ended whose output was caught. */
export interface EndedQuietly extends Ended {
  /** What it printed; `console.error` too where the streams are one. */
  readonly output: string;
  /** What the host said on the error stream. */
  readonly complaints: string;
  /** Why it was killed, if it was. */
  readonly killed?: "time" | "size";
}

/**
 * What becomes of the error stream: apart from the output, or one with it. For
 * a comparison it is apart, and no part of the recording.
 */
export type Streams = "apart" | "merged" | "compared";

/** What to run. */
export interface Program {
  /** The project's root: the program may read what is under it. */
  readonly root: string;
  /** The module's path. */
  readonly module: string;
}

/**
 * Runs a program in front of the reader: it prints to the terminal.
 *
 * @param program what to run
 * @param clock virtual, or the real one
 * @returns how it ended
 */
export function runInTerminal(
  program: Program,
  clock: "real" | "virtual",
): Promise<Ended> {
  return withRecording(program, async (recording) => {
    const dependencies = await dependenciesOf(program.module);
    const child = new Deno.Command(Deno.execPath(), {
      ...deno(program, clock, recording, "apart", dependencies),
      stdin: "inherit",
      stdout: "inherit",
      stderr: "inherit",
    }).spawn();
    // Ctrl-C goes to the program as well; we stay to clear up after it.
    const stay = () => {};
    Deno.addSignalListener("SIGINT", stay);
    const { code } = await child.status;
    Deno.removeSignalListener("SIGINT", stay);
    return { exitCode: code };
  });
}

/**
 * Runs a program on virtual time and catches its output.
 *
 * @param program what to run
 * @param limits milliseconds it may take and characters it may print
 * @param streams what becomes of its error stream
 * @returns how it ended
 */
export function runQuietly(
  program: Program,
  limits: { readonly time: number; readonly size: number },
  streams: Streams = "merged",
): Promise<EndedQuietly> {
  return withRecording(program, async (recording): Promise<EndedQuietly> => {
    const dependencies = await dependenciesOf(program.module);
    await fetchAhead(program, dependencies);
    const child = new Deno.Command(Deno.execPath(), {
      ...deno(program, "virtual", recording, streams, dependencies),
      env: { NO_COLOR: "1" },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    let killed: "time" | "size" | undefined;
    const kill = (why: "time" | "size") => {
      killed ??= why;
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended in the meantime.
      }
    };
    const timer = setTimeout(kill, limits.time, "time");
    const [status, output, complaints] = await Promise.all([
      child.status,
      textOf(child.stdout, limits.size, () => kill("size")),
      textOf(child.stderr, limits.size, () => kill("size")),
    ]);
    clearTimeout(timer);
    return {
      exitCode: status.code,
      output,
      complaints,
      ...(killed === undefined ? {} : { killed }),
    };
  });
}

/**
 * Takes a recording apart by loops: a program that calls `run` three times has
 * three, and each is a picture of its own.
 *
 * @param events what was recorded
 * @returns the events of each loop that ran
 */
export function loopsOf(events: readonly TraceEvent[]): TraceEvent[][] {
  const loops: TraceEvent[][] = [];
  let pass = Infinity;
  for (const event of events) {
    // Passes only ever go up within a loop.
    if (event.pass < pass) loops.push([]);
    pass = event.pass;
    loops.at(-1)!.push(event);
  }
  return loops.filter((loop) => loop.some(({ kind }) => kind !== "printed"));
}

const LIBRARY = dirname(import.meta.dirname!);

function deno(
  { root, module }: Program,
  clock: "real" | "virtual",
  recording: string,
  streams: Streams,
  dependencies: readonly string[],
): { args: string[]; cwd: string } {
  return {
    cwd: root,
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      ...dependencies,
      ...permissionFlags(chapterOf(root, module), {
        read: [root, LIBRARY],
        write: [recording],
      }),
      join(import.meta.dirname!, "run_module.ts"),
      module,
      clock,
      recording,
      streams,
    ],
  };
}

/** The folder of the chapter that a module belongs to. */
function chapterOf(root: string, module: string): string {
  const [, chapter = ""] = relative(root, module).split(sep);
  return chapter;
}

async function withRecording<E extends Ended>(
  { root }: Program,
  run: (path: string) => Promise<E>,
): Promise<E> {
  const folder = join(root, ".loopbook", "runs");
  await Deno.mkdir(folder, { recursive: true });
  const path = join(folder, `${crypto.randomUUID()}.json`);
  try {
    const ended = await run(path);
    const recording = await readRecording(path);
    return recording === undefined ? ended : { ...ended, recording };
  } finally {
    await Deno.remove(path).catch(() => {});
  }
}

async function readRecording(path: string): Promise<Recording | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    // Killed while it was writing.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function textOf(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  onTooLong: () => void,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > limit) {
      onTooLong();
      return text.slice(0, limit);
    }
  }
  return text + decoder.decode();
}
