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
import {
  counted,
  printComplaints,
  printOutputs,
  printTimelines,
  verdict,
} from "./beside_text.ts";
import {
  type Agreement,
  compareRuns,
  printedLines,
} from "./cpython/agreement.ts";
import { momentsAround } from "./cpython/moments_table.ts";
import type { PythonRun } from "./cpython/program.ts";
import { runInCPython } from "./cpython/start.ts";
import { type EndedQuietly, type Program, runQuietly } from "./program.ts";
import {
  isAsRecorded,
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
  printOutputs(
    { heading: left, run: printedLines(events.theirs) },
    { heading: right, run: printedLines(events.ours) },
    request.ascii,
  );
  if (request.timeline) {
    printTimelines(
      { heading: left, run: events.theirs },
      { heading: right, run: events.ours },
      request.ascii,
    );
  }
  const story = theirs.error === null ? [] : [theirs.error];
  printComplaints(python, [...theirs.complaints, ...story].join("\n"));
  printComplaints(program.module, ours.complaints.trimEnd());
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
  const printed = printedLines(ours.recording?.events ?? []);
  printOutputs(
    { heading: `${name}, ${version}`, run: lines },
    { heading: `${basename(program.module)}, loopbook`, run: printed },
    request.ascii,
  );
  printComplaints(program.module, ours.complaints.trimEnd());
  const onlyTheirs = without(lines, printed);
  const onlyOurs = without(printed, lines);
  if (!await isAsRecorded(python)) {
    return verdict(
      false,
      `${name} is not the program that was recorded; record it again: ` +
        "add --record",
    );
  }
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

/** The lines of the one that the other has not, or not so often. */
function without(lines: readonly string[], others: readonly string[]) {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
