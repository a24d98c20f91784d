/**
 * `deno task run --python`: a program of the book beside its twin in Python.
 *
 * The twin runs in CPython, on virtual time, and both runs have to agree step
 * by step. A twin with a recorded run is one that CPython can't run here: then
 * the recording stands beside a fresh run of ours, and both have to have printed
 * the same lines.
 *
 * @module
 */

import { basename, relative } from "node:path";
import { Trace, type TraceEvent } from "../mod.ts";
import { type Column, halfOf, inColumns } from "./columns.ts";
import {
  type Agreement,
  compareRuns,
  printedLines,
  toldByBoth,
} from "./cpython/agreement.ts";
import { momentsAround } from "./cpython/moments_table.ts";
import type { PythonRun } from "./cpython/program.ts";
import { runInCPython } from "./cpython/start.ts";
import { asciiOnly, terminalWidth, timelineFor } from "./picture.ts";
import { type EndedQuietly, type Program, runQuietly } from "./program.ts";
import {
  readTranscript,
  recordPython,
  type Transcript,
  transcriptOf,
} from "./record_python.ts";
import { UsageError } from "./usage_error.ts";
import { whileWaiting } from "./waiting.ts";

/** What is to be run, and how it is to look. */
export interface BesideRequest {
  /** Our program. */
  readonly program: Program;
  /** The path of its twin in Python. */
  readonly python: string;
  readonly timeline: boolean;
  readonly ascii: boolean;
}

/** What our program may take, in milliseconds, and print, in characters. */
const LIMITS = { time: 60_000, size: 1_000_000 };

/** A timeline narrower than this is hard to read. */
const NARROWEST_TIMELINE = 56;

/**
 * Runs both programs and says whether they agree.
 *
 * @param request what to run
 * @returns 0 when they agree, 1 when they don't
 * @throws {UsageError} when one of them can't be run at all
 */
export async function runBeside(request: BesideRequest): Promise<number> {
  const recorded = await readRecorded(request.python);
  return recorded === undefined
    ? await runBesideCPython(request)
    : await runBesideRecorded(request, recorded);
}

/**
 * Records a Python program's run, see {@link ./record_python.ts}.
 *
 * @param path the program's path
 * @param command what was asked for, to stand in the transcript
 * @returns the exit code
 */
export async function record(path: string, command: string): Promise<number> {
  const { version, lines } = await recordPython(path, command);
  console.log(
    `Recorded ${basename(path)} with ${version}: ${
      counted(lines.length, "line")
    } in ${basename(transcriptOf(path))}`,
  );
  console.log("deno task weave  puts it into the book");
  return 0;
}

async function runBesideCPython(request: BesideRequest): Promise<number> {
  const { program, python } = request;
  const [ours, theirs] = await whileWaiting(
    "Starting CPython",
    Promise.all([runOurs(program), runInCPython(program.root, python)]),
  );
  const events = {
    ours: ours.recording?.events ?? [],
    theirs: theirs.events,
  };
  const left = `${basename(python)}, CPython ${theirs.version}`;
  const right = `${basename(program.module)}, loopbook`;
  printOutputs(request, left, printedLines(theirs.events), right, ours);
  if (request.timeline) {
    printTimelines(request, left, events.theirs, right, events.ours);
  }
  printComplaints(request, ours, theirs);
  return judge(request, compareRuns(events.ours, events.theirs), theirs);
}

async function runBesideRecorded(
  request: BesideRequest,
  { day, version, lines }: Transcript,
): Promise<number> {
  const { program, python } = request;
  const name = basename(python);
  const ours = await whileWaiting(
    `Running ${basename(program.module)}`,
    runOurs(program),
  );
  console.log(
    `${name} needs threads, sockets or processes: its run was recorded on ${day}.\n`,
  );
  const right = `${basename(program.module)}, loopbook`;
  printOutputs(request, `${name}, ${version}`, lines, right, ours);
  const complaint = ours.complaints.trimEnd();
  if (complaint !== "") console.log(`\n${complaint}`);
  const printed = printedLines(ours.recording?.events ?? []);
  const onlyTheirs = without(lines, printed);
  const onlyOurs = without(printed, lines);
  if (onlyTheirs.length + onlyOurs.length === 0) {
    return verdict(
      true,
      `${counted(lines.length, "line")}, the same in both; ` +
        "their order is the host's, and not compared",
    );
  }
  const told = [
    ...onlyTheirs.map((line) => `  only ${name}: ${line}`),
    ...onlyOurs.map((line) => `  only ${basename(program.module)}: ${line}`),
  ];
  return verdict(false, `not the same lines\n${told.join("\n")}`);
}

async function readRecorded(python: string): Promise<Transcript | undefined> {
  const path = transcriptOf(python);
  try {
    return readTranscript(await Deno.readTextFile(path), path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function runOurs(program: Program): Promise<EndedQuietly> {
  const ended = await runQuietly(program, LIMITS, "compared");
  const name = relative(program.root, program.module);
  if (ended.killed === "time") {
    throw new UsageError(
      `${name} was stopped after ${LIMITS.time / 1000} s; ` +
        "does it have a loop that never ends?",
    );
  }
  if (ended.killed === "size") {
    throw new UsageError(
      `${name} was stopped after ${LIMITS.size} printed characters`,
    );
  }
  return ended;
}

function printOutputs(
  { ascii }: BesideRequest,
  left: string,
  theirs: readonly string[],
  right: string,
  ours: EndedQuietly,
): void {
  const output = printedLines(ours.recording?.events ?? []);
  printColumns(
    { heading: left, lines: theirs },
    { heading: right, lines: output },
    ascii,
  );
}

function printTimelines(
  { ascii }: BesideRequest,
  left: string,
  theirs: readonly TraceEvent[],
  right: string,
  ours: readonly TraceEvent[],
): void {
  if (theirs.length + ours.length === 0) return;
  const half = halfOf(terminalWidth());
  const width = half < NARROWEST_TIMELINE ? terminalWidth() : half;
  const draw = (events: readonly TraceEvent[]) =>
    timelineFor(Trace.fromEvents(toldByBoth(events)), ascii, width).split("\n");
  console.log();
  printColumns(
    { heading: left, lines: draw(theirs) },
    { heading: right, lines: draw(ours) },
    ascii,
  );
}

function printColumns(left: Column, right: Column, ascii: boolean): void {
  const rule = asciiOnly(ascii) ? "-" : "─";
  console.log(inColumns(left, right, terminalWidth(), rule).join("\n"));
}

/** What both said on their error streams, and the errors they ended with. */
function printComplaints(
  { program, python }: BesideRequest,
  ours: EndedQuietly,
  { complaints, error }: PythonRun,
): void {
  const theirs = [...complaints, ...(error === null ? [] : [error])];
  for (
    const [path, text] of [
      [python, theirs.join("\n")],
      [program.module, ours.complaints.trimEnd()],
    ] as const
  ) {
    if (text === "") continue;
    console.log(`\n${basename(path)}, on the error stream:\n${text}`);
  }
}

function judge(
  { program, python }: BesideRequest,
  { ours, theirs, differsAt }: Agreement,
  { error }: PythonRun,
): number {
  if (differsAt < 0) {
    const lines = ours.filter(({ what }) => what.startsWith("| ")).length;
    return verdict(
      true,
      `${counted(lines, "line")} printed and ${
        counted(ours.length - lines, "step")
      } of tasks, at the same times in the same order`,
    );
  }
  const hint = error === null ? "" : `
If ${basename(python)} needs threads, sockets or processes, which this CPython
has not, record it with your own python3: add --record`;
  const table = momentsAround(differsAt, {
    heading: basename(python),
    moments: theirs,
  }, { heading: basename(program.module), moments: ours });
  return verdict(false, `first where ≠ stands\n\n${table}${hint}`);
}

function verdict(agree: boolean, reason: string): number {
  const [word, color] = agree ? ["Agree", "green"] : ["Differ", "red"];
  console.log(`\n%c${word}%c: ${reason}`, `color: ${color}`, "");
  return agree ? 0 : 1;
}

/** The lines of the one that the other has not, or not so often. */
function without(lines: readonly string[], others: readonly string[]) {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
