/**
 * `deno task bench`: the library and its peers, measured side by side.
 *
 * @module
 */

import { benches } from "../benches/all.ts";
import {
  type Bench,
  type CaseResult,
  type Contestant,
  type Plan,
  runCase,
} from "../benches/harness.ts";
import { startProcess } from "../benches/process.ts";
import {
  type BenchResult,
  type BrokenCase,
  type Report,
  thisMachine,
} from "../benches/report.ts";
import { drawReport } from "../benches/table.ts";
import { readCommandLine } from "./command_line.ts";
import { suggestion } from "./nearest.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP = `Measures the library and its peers side by side, as ratios.

Usage: deno task bench [name…] [--quick] [--json]

${benches.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join("\n")}

  --quick     5 rounds instead of 20: good enough to see a big change
  --json      prints the results as data, every sample included
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
    readonly json: boolean;
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
    json: "switch",
    help: "switch",
  });
  if (flags.help) return { kind: "help" };
  const names = benches.map(({ name }) => name);
  for (const word of words) {
    if (names.includes(word)) continue;
    throw new UsageError(`No bench "${word}"${suggestion(word, names)}`);
  }
  return {
    kind: "run",
    benches: words.length === 0
      ? benches
      : benches.filter(({ name }) => words.includes(name)),
    plan: flags.quick ? QUICK : FULL,
    json: flags.json,
  };
}

async function measure(
  chosen: readonly Bench[],
  plan: Plan,
  onProgress: (what: string) => void,
): Promise<Report> {
  const results: BenchResult[] = [];
  for (const bench of chosen) {
    const { name, about } = bench;
    const cases: CaseResult[] = [];
    const broken: BrokenCase[] = [];
    for (const it of bench.cases) {
      try {
        const start = (contestant: Contestant, size: number) =>
          startProcess(bench, it.name, contestant, size);
        const tell = (what: string) =>
          onProgress(`${name}, ${it.name}: ${what}`);
        cases.push(await runCase(it, plan, start, tell));
      } catch (error) {
        broken.push({ name: it.name, why: String(error) });
      }
    }
    const result = { name, about, cases };
    results.push(broken.length === 0 ? result : { ...result, broken });
  }
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: await thisMachine(),
    plan,
    benches: results,
  };
}

function isWhole({ benches }: Report): boolean {
  return benches.every(({ broken }) => broken === undefined);
}

/** The report as JSON, without digits that mean nothing. */
function asJson(report: Report): string {
  const round = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value;
  return JSON.stringify(report, round, 2);
}

/** Shows what is going on, on a terminal only, in one line. */
function progressLine(): (what: string) => void {
  if (!Deno.stderr.isTerminal()) return () => {};
  const encoder = new TextEncoder();
  return (what) => {
    const { columns } = Deno.consoleSize();
    Deno.stderr.writeSync(
      encoder.encode(`\r\x1b[K${what.slice(0, columns - 1)}`),
    );
  };
}

if (import.meta.main) {
  await runCommand(async () => {
    const request = readBenchRequest(Deno.args);
    if (request.kind === "help") {
      console.log(HELP);
      return 0;
    }
    const onProgress = progressLine();
    const report = await measure(request.benches, request.plan, onProgress);
    onProgress("");
    console.log(request.json ? asJson(report) : drawReport(report));
    return isWhole(report) ? 0 : 1;
  });
}
