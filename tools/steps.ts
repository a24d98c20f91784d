/**
 * Runs the steps of a long command, two at a time, and shows how they go.
 *
 * A step's line appears when it ends, with what it found and how long it took,
 * and right under it, if it failed, everything it printed. On a terminal the
 * last line says what is running now.
 *
 * @module
 */

import pLimit from "npm:p-limit@7.3.3";
import { isColored } from "./colored.ts";

/** What a step found. */
export interface Outcome {
  /** Whether all is well. */
  readonly ok: boolean;
  /** In a few words: `142 passed`. */
  readonly summary: string;
  /** What to show of it: all it printed when it failed, else notes. */
  readonly output?: string;
}

/** One step of a command. */
export interface Step<O extends Outcome> {
  readonly name: string;
  /** Whether it wants the machine for itself. */
  readonly alone?: boolean;
  /** Does the step. */
  run(): Promise<O>;
}

/** Where the lines go. */
export interface Stage {
  /** Prints a line that stays. */
  say(line: string): void;
  /** Shows what is running, in place of what it showed before. */
  running(names: readonly string[]): void;
  /** The time, in milliseconds. */
  now(): number;
}

/**
 * Runs steps: first those that share the machine, two at a time, then those
 * that want it for themselves. A step that throws has failed; the others run
 * all the same.
 *
 * @param steps the steps
 * @param stage where their lines go
 * @returns the outcomes in the steps' order; `undefined` for one that threw
 */
export async function runSteps<O extends Outcome>(
  steps: readonly Step<O>[],
  stage: Stage = terminalStage(),
): Promise<(O | undefined)[]> {
  const width = Math.max(...steps.map(({ name }) => name.length));
  const running = new Set<string>();

  const runStep = async (step: Step<O>): Promise<O | undefined> => {
    const begin = stage.now();
    running.add(step.name);
    stage.running([...running]);
    let outcome: O | undefined;
    let shown: Outcome;
    try {
      shown = outcome = await step.run();
    } catch (error) {
      const text = error instanceof Error
        ? error.stack ?? error.message
        : String(error);
      shown = { ok: false, summary: "crashed", output: text };
    }
    running.delete(step.name);
    const seconds = ((stage.now() - begin) / 1000).toFixed(1);
    const mark = shown.ok ? "ok    " : "FAILED";
    stage.say(
      `${mark}  ${step.name.padEnd(width)}  ${
        seconds.padStart(5)
      } s  ${shown.summary}`,
    );
    if (shown.output?.trim()) stage.say(`${shown.output.trimEnd()}\n`);
    stage.running([...running]);
    return outcome;
  };

  const twoAtATime = pLimit(2);
  const outcomes = new Map<Step<O>, O | undefined>();
  await Promise.all(
    steps.filter(({ alone }) => !alone).map((step) =>
      twoAtATime(async () => outcomes.set(step, await runStep(step)))
    ),
  );
  for (const step of steps.filter(({ alone }) => alone)) {
    outcomes.set(step, await runStep(step));
  }
  return steps.map((step) => outcomes.get(step));
}

/** A stage on the terminal, or in a log file when there is none. */
function terminalStage(): Stage {
  const encoder = new TextEncoder();
  const live = Deno.stdout.isTerminal();
  const status = (text: string) => {
    if (live) Deno.stdout.writeSync(encoder.encode(`\r\x1b[K${text}`));
  };
  const paint = (line: string) =>
    !isColored() ? line : line
      .replace(/^ok /, "\x1b[32mok \x1b[0m")
      .replace(/^FAILED/, "\x1b[31mFAILED\x1b[0m");
  return {
    say(line) {
      status("");
      console.log(paint(line));
    },
    running(names) {
      status(names.length === 0 ? "" : `…       ${names.join(", ")}`);
    },
    now: () => performance.now(),
  };
}
