/**
 * The runs a weaving needs: each program at most once or twice, two at a time.
 *
 * A run is shown in the book only if it is the same every time. When its output
 * differs from what the book has, it is run again, and two runs that disagree
 * are a mistake in the program or want a placeholder.
 *
 * @module
 */

import pLimit from "npm:p-limit@7.3.3";
import type { TraceEvent } from "../../mod.ts";
import { type EndedQuietly, loopsOf, runQuietly } from "../program.ts";

/** What the book shows of a run. */
export interface Run {
  /** Its output, line by line. */
  readonly output: readonly string[];
  /** What its loops told: one list of events per loop. */
  readonly loops: readonly (readonly TraceEvent[])[];
  /** The error it failed with, `null` when it ended well. */
  readonly error: { readonly name: string; readonly message: string } | null;
}

/** How much a program of the book may use. */
export interface Limits {
  /** How long it may take, in milliseconds. */
  readonly time: number;
  /** How much it may print, in characters. */
  readonly size: number;
}

/** Runs programs and remembers their runs. */
export class Runs {
  readonly #root: string;
  readonly #limits: Limits;
  readonly #runs = new Map<string, Promise<Run>>();
  readonly #twoAtATime = pLimit(2);

  constructor(
    root: string,
    limits: Limits = { time: 30_000, size: 200_000 },
  ) {
    this.#root = root;
    this.#limits = limits;
  }

  /**
   * The first run of a module.
   *
   * @param module its path
   * @returns the run
   * @throws {Error} when it does not end, ends its own process, or can't be shown
   */
  first(module: string): Promise<Run> {
    return this.#once(`1 ${module}`, module);
  }

  /**
   * The second run of a module.
   *
   * @param module its path
   * @returns the run
   * @throws {Error} as {@linkcode first} does
   */
  second(module: string): Promise<Run> {
    return this.#once(`2 ${module}`, module);
  }

  #once(key: string, module: string): Promise<Run> {
    let run = this.#runs.get(key);
    if (run === undefined) {
      run = this.#twoAtATime(() => this.#run(module));
      // Whoever asked hears of it; a second one who asks, too.
      run.catch(() => {});
      this.#runs.set(key, run);
    }
    return run;
  }

  async #run(module: string): Promise<Run> {
    const program = { root: this.#root, module };
    const ended = await runQuietly(program, this.#limits);
    return readRun(ended, this.#root, this.#limits);
  }
}

function readRun(ended: EndedQuietly, root: string, limits: Limits): Run {
  const { output, complaints, recording, exitCode, killed } = ended;
  if (killed === "time") {
    throw new Error(
      `did not end within ${
        limits.time / 1000
      } s and was killed; let main return, and close what keeps the process alive`,
    );
  }
  if (killed === "size") {
    throw new Error(
      `printed more than ${limits.size} characters and was killed; a block shows what a reader can read`,
    );
  }
  if (recording === undefined || (exitCode !== 0 && !recording.error)) {
    throw new Error(
      complaints.trim() === ""
        ? `ended its process with exit code ${exitCode}; let main return instead of calling Deno.exit()`
        : `failed:\n${indented(complaints)}`,
    );
  }
  if (output.includes(root)) {
    throw new Error(
      `printed a path of this machine (${root}); print paths relative to the project`,
    );
  }
  return {
    output: lines(output),
    loops: loopsOf(recording.events),
    error: recording.error,
  };
}

function lines(output: string): string[] {
  return output === "" ? [] : output.replace(/\r?\n$/, "").split(/\r?\n/);
}

function indented(complaints: string): string {
  return complaints.trim().split("\n").slice(0, 12)
    .map((line) => `    ${line}`).join("\n");
}
