/**
 * Runs a command of `deno` with dependencies from where they can be had.
 *
 * `deno task with test tests/` runs `deno test tests/`, and where only npm is
 * reachable `deno test --import-map=… --lock=… --frozen tests/`. The command has
 * the permissions its own flags name; this launcher needs those to ask, to
 * remember and to start Deno. Signals reach the command, and its exit code is
 * the exit code.
 *
 * @module
 */
import {
  chooseSource,
  denoArguments,
  isNeed,
  type Need,
} from "./dependencies.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const USAGE = `Runs a command of deno with the project's dependencies.

Usage: deno task with [--needs=std,lume] <command> [arguments]

  --needs=…   what has to resolve: std (the default), lume, or both
  --help      prints this

The dependencies come from where deno.json says, or from npm alone when that
cannot be reached. LOOPBOOK_DEPS=declared or LOOPBOOK_DEPS=npm decides by hand.

Example: deno task with test --allow-read tests/dependencies
`;

/** What the command line asks for. */
interface Request {
  readonly needs: readonly Need[];
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Reads the command line.
 *
 * @param args The arguments.
 * @returns What to run, or `undefined` when help is asked for.
 * @throws {UsageError} For what cannot be run.
 */
export function readRequest(args: readonly string[]): Request | undefined {
  const needs: Need[] = [];
  for (const [index, arg] of args.entries()) {
    if (arg === "--help" || arg === "-h") return undefined;
    if (!arg.startsWith("-")) {
      return {
        needs: needs.length > 0 ? needs : ["std"],
        command: arg,
        args: args.slice(index + 1),
      };
    }
    if (!arg.startsWith("--needs=")) {
      throw new UsageError(
        `Unknown option "${arg}"; options of the command go behind its name`,
      );
    }
    for (const need of arg.slice("--needs=".length).split(",")) {
      if (!isNeed(need)) {
        throw new UsageError(
          `Unknown dependency "${need}"; --needs takes std and lume`,
        );
      }
      needs.push(need);
    }
  }
  throw new UsageError('No command given; try "deno task with --help"');
}

/**
 * Runs Deno with arguments until it ends.
 *
 * @param args The arguments.
 * @returns Its exit code; 128 and the signal's number when a signal ended it.
 */
async function runDeno(args: readonly string[]): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();

  const listeners = signalsToPassOn().map((signal) => {
    const passOn = () => {
      try {
        child.kill(signal);
      } catch { /* It ended a moment ago. */ }
    };
    Deno.addSignalListener(signal, passOn);
    return () => Deno.removeSignalListener(signal, passOn);
  });
  // A terminal sends Ctrl-C to the command as well: it decides, we wait.
  const wait = () => {};
  Deno.addSignalListener("SIGINT", wait);
  try {
    return (await child.status).code;
  } finally {
    for (const remove of listeners) remove();
    Deno.removeSignalListener("SIGINT", wait);
  }
}

function signalsToPassOn(): Deno.Signal[] {
  if (Deno.build.os === "windows") return [];
  const signals: Deno.Signal[] = ["SIGTERM", "SIGHUP"];
  return Deno.stdin.isTerminal() ? signals : [...signals, "SIGINT"];
}

async function main(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  if (!request) {
    console.log(USAGE);
    return 0;
  }
  const source = await chooseSource(request.needs);
  return await runDeno([
    request.command,
    ...denoArguments(source),
    ...request.args,
  ]);
}

if (import.meta.main) await runCommand(() => main(Deno.args));
