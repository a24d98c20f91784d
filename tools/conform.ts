/**
 * `deno task conform`: does an event loop do what CPython's does?
 *
 * @module
 */

import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { type ConformanceReport, RULES } from "@loopbook/loopbook/conformance";
import { isColored } from "./colored.ts";
import { readCommandLine } from "./command_line.ts";
import { runSuite } from "./conform/run_suite.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP =
  `Runs small recorded programs on an event loop and compares what it does, line by
line, with what CPython's asyncio did.

Usage: deno task conform <module> [flags]

  module        the file that exports the loop's operations as adapter
  --rule=n      only this rule; several with commas: --rule=1,6
  --limit=ms    how long a case may take before it is given up; 5000 without it
  --all         shows every difference, not only the first
  --json        prints the report as JSON
  --record      records the suite anew from CPython, and judges nothing
  --help        prints this

The adapter is an object of functions, such as { makeLoop, run, callSoon, … }; leave
out what the loop does not have. The types and a list of all operations are in
src/testing/conformance/adapter.ts, a loop of a hundred lines and its adapter in
tests/testing/conformance/: deno task conform tests/testing/conformance/small_adapter.ts`;

/** What the command line asks for. */
export type ConformRequest =
  | { readonly kind: "help" | "record" }
  | {
    readonly kind: "judge";
    /** The path of the module. */
    readonly module: string;
    readonly rules: readonly number[] | null;
    /** How long a case may take, in milliseconds. */
    readonly limit: number;
    readonly all: boolean;
    readonly json: boolean;
  };

/**
 * Reads the command line.
 *
 * @param args the arguments
 * @param from the folder that the module's path starts from
 * @returns what to do
 * @throws {UsageError} for what can't be done, with what can be instead
 */
export function readRequest(
  args: readonly string[],
  from: string,
): ConformRequest {
  const { flags, words } = readCommandLine(args, {
    rule: "value",
    limit: "value",
    all: "switch",
    json: "switch",
    record: "switch",
    help: "switch",
  });
  if (flags.help) return { kind: "help" };
  const [module, tooMuch] = words;
  if (flags.record) {
    if (args.length === 1) return { kind: "record" };
    throw new UsageError("--record stands alone; it judges no loop");
  }
  if (module === undefined) {
    throw new UsageError(
      "Name the module of a loop: deno task conform ./my_loop.ts",
    );
  }
  if (tooMuch !== undefined) {
    throw new UsageError(`One loop at a time; "${tooMuch}" is one too many`);
  }
  return {
    kind: "judge",
    module: resolve(from, module),
    rules: flags.rule === undefined
      ? null
      : flags.rule.split(",").map(ruleNamed),
    limit: millisecondsOf(flags.limit ?? "5000"),
    all: flags.all,
    json: flags.json,
  };
}

function ruleNamed(text: string): number {
  if (/^\d+$/.test(text) && Object.hasOwn(RULES, text)) return Number(text);
  throw new UsageError(
    `There is no rule "${text}"; they go from 1 to ${
      Object.keys(RULES).length
    }`,
  );
}

function millisecondsOf(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UsageError(`--limit takes milliseconds, not "${text}"`);
}

/**
 * The report as data, for other programs.
 *
 * @param report the report
 * @returns JSON, two spaces deep
 */
export function toJson(report: ConformanceReport): string {
  const { loop, python, passed, failed, notImplemented } = report;
  const { broken, rules, missing, results } = report;
  const failures = results.filter((result) => !result.passed)
    .map(({ passed: _, ...failure }) => failure);
  return JSON.stringify(
    {
      loop,
      python,
      passed,
      failed,
      notImplemented,
      broken,
      missing,
      rules,
      failures,
    },
    null,
    2,
  );
}

async function judge(
  { module, rules, limit, all, json }: Extract<
    ConformRequest,
    { kind: "judge" }
  >,
): Promise<number> {
  try {
    await Deno.stat(module);
  } catch {
    throw new UsageError(`There is no file ${module}`);
  }
  const report = await runSuite(pathToFileURL(module).href, rules, limit);
  const color = isColored();
  console.log(
    json
      ? toJson(report)
      : report.toText({ color, differences: all ? Infinity : 1 }),
  );
  return report.failed === 0 ? 0 : 1;
}

async function record(): Promise<number> {
  const { RECORD, recordAll, toText } = await import(
    "../tests/testing/conformance/record.ts"
  );
  const recorded = await recordAll();
  await Deno.writeTextFile(RECORD, toText(recorded));
  console.log(
    `Recorded ${recorded.cases.length} cases from CPython ${recorded.python}`,
  );
  return 0;
}

if (import.meta.main) {
  await runCommand(async () => {
    const from = Deno.env.get("INIT_CWD") ?? Deno.cwd();
    const request = readRequest(Deno.args, from);
    if (request.kind === "judge") return await judge(request);
    if (request.kind === "record") return await record();
    console.log(HELP);
    return 0;
  });
}
