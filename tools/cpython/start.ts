/**
 * Starts CPython for one program, in a process that may read the project and
 * CPython's own files, and nothing else.
 *
 * @module
 */
import { join } from "node:path";
import { UsageError } from "../usage_error.ts";
import type { PythonRun } from "./program.ts";

/** How long a program may run, in milliseconds. */
const LONGEST = 60_000;

const PROCESS = join(import.meta.dirname!, "program_process.ts");

/**
 * Runs a Python program in CPython, on virtual time.
 *
 * @param root the project's root
 * @param path the program's path
 * @returns what became of it
 * @throws {UsageError} when CPython can't be had, or the program never ends
 */
export async function runInCPython(
  root: string,
  path: string,
): Promise<PythonRun> {
  const { npmCache } = await fetchCPython(root);
  const { success, stdout, stderr, signal } = await deno(
    [
      "run",
      "--quiet",
      "--no-prompt",
      "--cached-only",
      `--allow-read=${root},${import.meta.dirname},${npmCache}`,
      PROCESS,
      path,
    ],
    root,
    LONGEST,
  );
  if (success) return JSON.parse(stdout);
  throw new UsageError(
    signal === null
      ? `CPython died of ${path}. If it needs threads, sockets or processes, ` +
        `record it with your own python3: add --record\n${stderr.trimEnd()}`
      : `${path} was stopped after ${LONGEST / 1000} s in CPython; ` +
        "does it have a loop that never ends?",
  );
}

/** Sees to it that CPython is in Deno's cache, and tells where that is. */
async function fetchCPython(root: string): Promise<{ npmCache: string }> {
  const { success, stderr } = await deno(["cache", "-q", PROCESS], root);
  if (!success) {
    const reason = stderr.trim().split("\n").at(0) ?? "";
    throw new UsageError(
      "CPython (npm:pyodide) is not in Deno's cache and can't be fetched; " +
        `go online once and run this again\n${reason}`,
    );
  }
  return JSON.parse((await deno(["info", "--json"], root)).stdout);
}

async function deno(args: string[], cwd: string, time = 600_000) {
  const { success, stdout, stderr, signal } = await new Deno.Command(
    Deno.execPath(),
    {
      args,
      cwd,
      env: { NO_COLOR: "1" },
      stdin: "null",
      signal: AbortSignal.timeout(time),
    },
  ).output();
  const [out, complaints] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  return { success, stdout: out!, stderr: complaints!, signal };
}
