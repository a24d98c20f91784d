/**
 * `deno task fuzz`: random programs, here and in CPython.
 *
 * @module
 */
import process from "node:process";
import { setImmediate } from "node:timers";
import { readCommandLine } from "./command_line.ts";
import { compare, type Comparison } from "./fuzz/comparison.ts";
import { generate } from "./fuzz/generate.ts";
import { Histogram } from "./fuzz/histogram.ts";
import { Progress } from "./fuzz/progress.ts";
import { report } from "./fuzz/report.ts";
import { shrink } from "./fuzz/shrink.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP =
  `Runs random programs here and in CPython and compares their traces.

Usage: deno task fuzz [n] [flags]

  n             how many programs; 10000 without one
  --seed=s      which series of programs; a new one every time without it
  --from=i      the first program of the series to run; 0 without it
  --help        prints this

Every step of every task is compared: when, in which pass of the loop, and how it
ended; and every line that the program writes. A program that differs is made as
small as it gets and shown in both languages.`;

/** So many programs go to CPython at a time. */
const BATCH = 200;

/** What the command line asks for. */
interface FuzzRequest {
  readonly count: number;
  readonly seed: number;
  readonly from: number;
}

/**
 * Reads the command line.
 *
 * @param args the arguments
 * @returns what to do; nothing when help is wanted
 * @throws {UsageError} for what can't be done
 */
export function readRequest(args: readonly string[]): FuzzRequest | null {
  const { flags, words } = readCommandLine(args, {
    seed: "value",
    from: "value",
    help: "switch",
  });
  if (flags.help) return null;
  if (words.length > 1) {
    throw new UsageError(`One number of programs, not "${words.join(" ")}"`);
  }
  return {
    count: wholeNumber("n", words[0] ?? "10000"),
    seed: wholeNumber(
      "--seed",
      flags.seed ?? String(Math.floor(Math.random() * 1e9)),
    ),
    from: wholeNumber("--from", flags.from ?? "0"),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 0x7fff_ffff) return number;
  throw new UsageError(`${name} takes a whole number, not "${text}"`);
}

/**
 * Compares programs until one differs.
 *
 * @param request which programs
 * @returns 0 when all agree, 1 when one differs
 */
async function fuzz({ count, seed, from }: FuzzRequest): Promise<number> {
  console.log(`${count} programs of seed ${seed}, from ${from}`);
  const histogram = new Histogram();
  const progress = new Progress(count, process.stdout);
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done);
    const first = from + done;
    const comparisons = await compare(
      Array.from({ length: size }, (_, index) => generate(seed, first + index)),
    );
    const index = comparisons.findIndex(({ differsAt }) => differsAt >= 0);
    if (index >= 0) {
      progress.end();
      console.log(`Program ${first + index} of seed ${seed} differs.`);
      await show(comparisons[index]!);
      console.log(
        `\nTo see it again: deno task fuzz 1 --seed=${seed} --from=${
          first + index
        }`,
      );
      return 1;
    }
    for (const { journal } of comparisons) histogram.add(journal);
    progress.advance(size);
    await hostTurn();
  }
  progress.end();
  console.log(`${histogram}\n\n${count} programs ran as in CPython.`);
  return 0;
}

/**
 * Lets the host have a turn. Only then does it clear away what the garbage
 * collector has found: the registries of both sides, ours and Python's.
 */
function hostTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function show({ program }: Comparison): Promise<void> {
  const smallest = await shrink(
    program,
    async (programs) =>
      (await compare(programs)).findIndex(({ differsAt }) => differsAt >= 0),
  );
  const [comparison] = await compare([smallest]);
  console.log(report(comparison!));
}

async function main(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  if (request !== null) return await fuzz(request);
  console.log(HELP);
  return 0;
}

if (import.meta.main) {
  await runCommand(() => main(Deno.args));
}
