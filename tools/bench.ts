/**
 * `deno task bench`: the library and its peers, measured side by side.
 *
 * @module
 */

import { benches } from "../benches/all.ts";
import type { Bench, Plan } from "../benches/harness.ts";
import { measure, type Progress } from "../benches/measure.ts";
import { startProcess } from "../benches/process.ts";
import {
  type BenchResult,
  loadNow,
  type Report,
  thisMachine,
} from "../benches/report.ts";
import {
  addResults,
  expectSameMachine,
  OtherMachine,
  readResults,
  toJson,
} from "../benches/results_file.ts";
import { drawReport } from "../benches/table.ts";
import { readCommandLine } from "./command_line.ts";
import { suggestion } from "./nearest.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const MINUTES = 10;

const HELP = `Measures the library and its peers side by side, as ratios.

Usage: deno task bench [name…] [--quick] [--minutes=${MINUTES}] [--json] [--out=file]

${benches.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join("\n")}

  --quick     5 rounds instead of 20: good enough to see a big change
  --minutes   how long it may take, ${MINUTES} when it is left out; then cases have
              fewer rounds, never fewer than 5, so it may take a little longer
  --json      prints the results as data, every sample included
  --out       keeps the results in a file of benches/results, each bench as soon
              as it is over; other benches in the file stay as they are
  --help      prints this

Without a name, all of them. Contestants take turns, and each has a process of
its own. A goal that is not reached is shown as "below" and fails nothing: on a
busy machine, run it again before you believe it.`;

const FULL: Plan = { warmUp: 3, rounds: 20 };
const QUICK: Plan = { warmUp: 2, rounds: 5 };

/** What the command line asks for. */
export type BenchRequest =
  | { readonly kind: "help" }
  | {
    readonly kind: "run";
    readonly benches: readonly Bench[];
    readonly plan: Plan;
    readonly minutes: number;
    readonly json: boolean;
    readonly out: string | undefined;
  };

/**
 * Reads the command line of `deno task bench`.
 *
 * @param args the arguments
 * @returns what to do
 * @throws {UsageError} for a bench or a flag that does not exist
 */
export function readBenchRequest(args: readonly string[]): BenchRequest {
  const { flags, words } = readCommandLine(args, {
    quick: "switch",
    minutes: "value",
    json: "switch",
    out: "value",
    help: "switch",
  });
  if (flags.help) return { kind: "help" };
  const names = benches.map(({ name }) => name);
  for (const word of words) {
    if (names.includes(word)) continue;
    throw new UsageError(`No bench "${word}"${suggestion(word, names)}`);
  }
  const minutes = Number(flags.minutes ?? MINUTES);
  if (!(minutes > 0)) {
    throw new UsageError(
      `--minutes is "${flags.minutes}"; give a number above 0`,
    );
  }
  if (flags.out !== undefined && !flags.out.endsWith(".json")) {
    throw new UsageError(
      `--out is "${flags.out}"; give a JSON file such as benches/results/mine.json`,
    );
  }
  return {
    kind: "run",
    benches: words.length === 0
      ? benches
      : benches.filter(({ name }) => words.includes(name)),
    plan: flags.quick ? QUICK : FULL,
    minutes,
    json: flags.json,
    out: flags.out,
  };
}

type RunRequest = Extract<BenchRequest, { kind: "run" }>;

async function runBenches(request: RunRequest): Promise<Report> {
  const { benches, plan, minutes, out } = request;
  const machine = await thisMachine();
  if (out !== undefined) await expectRoom(out, machine);
  const reportOf = (benches: readonly BenchResult[]): Report => ({
    date: new Date().toISOString().slice(0, 10),
    machine,
    plan,
    benches,
  });
  const progress = progressLine();
  const results = await measure(benches, plan, minutes * 60_000, {
    start: startProcess,
    now: Date.now,
    load: loadNow,
    onProgress: progress.show,
    async onResult(result) {
      if (out === undefined) return;
      const all = addResults(await readResults(out), reportOf([result]));
      await Deno.writeTextFile(out, toJson(all));
    },
  });
  progress.end();
  return reportOf(results);
}

/** Complains before the measuring, and not after it. */
async function expectRoom(out: string, machine: Report["machine"]) {
  try {
    const kept = await readResults(out);
    if (kept !== null) expectSameMachine(kept, machine);
    await (await Deno.open(out, { write: true, create: kept === null }))
      .close();
    if (kept === null) await Deno.remove(out);
  } catch (error) {
    if (error instanceof OtherMachine) {
      throw new UsageError(
        `${out} holds other results: ${error.message}; give another file`,
      );
    }
    if (error instanceof Deno.errors.NotCapable) {
      throw new UsageError(
        `${out} can't be written; --out takes a file in benches/results`,
      );
    }
    throw error;
  }
}

/** Says what goes on: one line on a terminal, else a line for each case. */
function progressLine(): { show(about: Progress): void; end(): void } {
  const write = (text: string) =>
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  if (!Deno.stderr.isTerminal()) {
    return {
      show({ name, nth, cases, step }) {
        if (step === undefined) write(`${nth} of ${cases}: ${name}\n`);
      },
      end() {},
    };
  }
  const renew = (text: string) =>
    write(`\r\x1b[K${text.slice(0, Deno.consoleSize().columns - 1)}`);
  return {
    show: ({ name, nth, cases, step = "" }) =>
      renew(`${nth} of ${cases}: ${name}: ${step}`),
    end: () => renew(""),
  };
}

if (import.meta.main) {
  await runCommand(async () => {
    const request = readBenchRequest(Deno.args);
    if (request.kind === "help") {
      console.log(HELP);
      return 0;
    }
    const report = await runBenches(request);
    console.log(request.json ? toJson(report).trimEnd() : drawReport(report));
    return report.benches.every(({ broken }) => broken === undefined) ? 0 : 1;
  });
}
