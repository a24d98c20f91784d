/**
 * Contestants as processes: see `child.ts` for the Deno side of the talk and
 * `cpython/rounds.py` for the CPython side.
 *
 * @module
 */

import { READY } from "./child.ts";
import {
  Absent,
  type Bench,
  type Contestant,
  type Measured,
  type Runner,
} from "./harness.ts";

const ROUND = new TextEncoder().encode("\n");

/**
 * Starts a contestant in a process of its own.
 *
 * @param bench the bench it takes part in
 * @param caseName the case of that bench
 * @param contestant who
 * @param size how much work one round is
 * @returns the contestant, ready for its first round
 * @throws {Absent} when it could not get ready
 */
export async function startProcess(
  bench: Bench,
  caseName: string,
  contestant: Contestant,
  size: number,
): Promise<Runner> {
  const process = spawn(bench, caseName, contestant, size);
  const errors = new Response(process.stderr).text();
  const requests = process.stdin.getWriter();
  const answers = process.stdout
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(lines())
    .getReader();
  const runner = {
    async round(): Promise<Measured> {
      await requests.write(ROUND);
      const { value } = await answers.read();
      if (value !== undefined) return JSON.parse(value);
      throw new Error(`${contestant.name} failed in a round: ${await errors}`);
    },
    async end(): Promise<void> {
      await requests.close().catch(() => {});
      await answers.cancel();
      await Promise.all([process.status, errors]);
    },
  };
  const { value } = await answers.read();
  if (value !== undefined && JSON.parse(value) === READY) return runner;
  const reason = value === undefined ? await errors : JSON.parse(value);
  await runner.end();
  throw new Absent(firstLine(reason));
}

function spawn(
  bench: Bench,
  caseName: string,
  contestant: Contestant,
  size: number,
): Deno.ChildProcess {
  const pipes = {
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  } as const;
  if ("python" in contestant) {
    const [program, ...args] = contestant.python;
    const path = `${import.meta.dirname}/cpython/${program}`;
    try {
      return new Deno.Command("python3", {
        args: [path, ...args, String(size)],
        ...pipes,
      }).spawn();
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      throw new Absent("no python3 on the path");
    }
  }
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--no-check",
      "--allow-read",
      "--allow-env",
      ...bench.flags ?? [],
      new URL("child.ts", import.meta.url).href,
      bench.name,
      caseName,
      contestant.name,
      String(size),
    ],
    ...pipes,
  }).spawn();
}

function lines(): TransformStream<string, string> {
  let rest = "";
  return new TransformStream({
    transform(text, controller) {
      const parts = (rest + text).split("\n");
      rest = parts.pop()!;
      for (const line of parts) controller.enqueue(line);
    },
  });
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] || "ended without a word";
}
