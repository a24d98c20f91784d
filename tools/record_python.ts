/**
 * Runs of Python programs that stand in the book as they were recorded.
 *
 * Programs with sockets, threads or processes can't run in the WebAssembly
 * CPython that runs the others. A run of theirs with the machine's own python3
 * stands in the chapter's folder `recorded/`: a transcript that names the day,
 * the version and the command. What they print is compared with what our
 * programs print, line by line but in any order, since the order is the host's.
 *
 * @module
 */

import { basename, dirname, join } from "node:path";
import { UsageError } from "./usage_error.ts";

/** A recorded run. */
export interface Transcript {
  /** The day: `2026-11-22`. */
  readonly day: string;
  /** What `python3 --version` said. */
  readonly version: string;
  /** What the program printed. */
  readonly lines: readonly string[];
}

/** Where the recorded run of a program stands. */
export function transcriptOf(program: string): string {
  const name = basename(program).replace(/\.py$/, ".txt");
  return join(dirname(program), "recorded", name);
}

/**
 * Writes a run as it would stand on a terminal.
 *
 * @param program the program's file name
 * @param command what recorded it
 * @param run what there is to tell
 * @returns the transcript
 */
export function writeTranscript(
  program: string,
  command: string,
  { day, version, lines }: Transcript,
): string {
  return [
    `# ${day}, ${command}`,
    "$ python3 --version",
    version,
    `$ python3 ${program}`,
    ...lines,
    "",
  ].join("\n");
}

/**
 * Reads what {@linkcode writeTranscript} wrote.
 *
 * @param text the transcript
 * @param path where it stands, for the message
 * @returns the run
 * @throws {UsageError} when it is no transcript
 */
export function readTranscript(text: string, path: string): Transcript {
  const form =
    /^# (?<day>\S+), .*\n\$ python3 --version\n(?<version>.*)\n\$ python3 .*\n(?<output>[\s\S]*)\n$/;
  const found = form.exec(text)?.groups;
  if (found === undefined) {
    throw new UsageError(`${path} is no recorded run; record it again`);
  }
  const { day = "", version = "", output = "" } = found;
  return { day, version, lines: output.split("\n") };
}

/**
 * Whether a program is still the one that was recorded: beside the transcripts
 * of a chapter stand the digests of their programs.
 *
 * @param program the program's path
 * @returns `false` when it has changed since, or its digest is not known
 */
export async function isAsRecorded(program: string): Promise<boolean> {
  const digests = await readDigests(dirname(transcriptOf(program)));
  return digests[basename(program)] === await digestOf(program);
}

async function noteDigest(program: string): Promise<void> {
  const folder = dirname(transcriptOf(program));
  const digests = await readDigests(folder);
  digests[basename(program)] = await digestOf(program);
  const sorted = Object.fromEntries(Object.entries(digests).sort());
  const text = `${JSON.stringify(sorted, null, 2)}\n`;
  await Deno.writeTextFile(join(folder, DIGESTS), text);
}

const DIGESTS = "digests.json";

async function readDigests(folder: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await Deno.readTextFile(join(folder, DIGESTS)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}

async function digestOf(program: string): Promise<string> {
  // A checkout may have made its line ends those of its system.
  const text = (await Deno.readTextFile(program)).replaceAll("\r\n", "\n");
  const bytes = new TextEncoder().encode(text);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest).toHex();
}

/**
 * Runs a program with the machine's python3 and stores what it prints.
 *
 * @param path the program's path
 * @param command what was asked for, to stand in the transcript
 * @returns the run
 * @throws {UsageError} when there is no python3, or the program fails
 */
export async function recordPython(
  path: string,
  command: string,
): Promise<Transcript> {
  const [folder, name] = [dirname(path), basename(path)];
  const version = (await python(["--version"], folder)).trimEnd();
  const output = await python([name], folder);
  const day = new Date().toISOString().slice(0, "2026-11-22".length);
  const run = { day, version, lines: output.trimEnd().split("\n") };
  const transcript = transcriptOf(path);
  await Deno.mkdir(dirname(transcript), { recursive: true });
  await Deno.writeTextFile(transcript, writeTranscript(name, command, run));
  await noteDigest(path);
  return run;
}

async function python(args: string[], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await startPython(args, cwd);
  const [printed, complaints] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  if (success) return printed!;
  throw new UsageError(
    `python3 ${args.join(" ")} failed, so nothing was recorded:\n${
      complaints!.trimEnd()
    }`,
  );
}

async function startPython(
  args: string[],
  cwd: string,
): Promise<Deno.CommandOutput> {
  try {
    return await new Deno.Command("python3", { args, cwd }).output();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UsageError(
      "There is no python3 on this machine, and recording needs one; " +
        "install Python 3.11 or newer",
    );
  }
}
