/**
 * Runs the suite on the loop of a module, whatever that loop does: a case that
 * does not come back ends with its worker, and a new worker goes on behind it.
 *
 * @module
 */

import {
  type CaseResult,
  ConformanceReport,
} from "@loopbook/loopbook/conformance";
import { UsageError } from "../usage_error.ts";
import type { Beginning, Question, Word } from "./words.ts";

/** How a worker ended. */
type End =
  | { readonly kind: "ends" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "broke"; readonly problem: string };

/** What is known so far. */
interface Progress {
  beginning: Beginning | null;
  current: string | null;
  readonly results: CaseResult[];
}

/**
 * Runs the suite.
 *
 * @param module the URL of the module
 * @param rules only these rules; `null` for all
 * @param longestCase how long a case may take, in milliseconds
 * @returns the report
 * @throws {UsageError} when the module exports nothing that can be judged
 */
export async function runSuite(
  module: string,
  rules: readonly number[] | null,
  longestCase: number,
): Promise<ConformanceReport> {
  const progress: Progress = { beginning: null, current: null, results: [] };
  let names: readonly string[] | null = null;
  do {
    const end = await runInWorker(
      { module, rules, names },
      progress,
      longestCase,
    );
    if (end.kind === "refused") throw new UsageError(end.message);
    if (end.kind === "broke") giveUp(progress, end.problem);
    names = left(progress);
  } while (names.length > 0);
  const { loop, python, notImplemented, missing } = progress.beginning!;
  return new ConformanceReport(
    progress.results,
    notImplemented,
    missing,
    loop,
    python,
  );
}

/** The names of the cases that have no result yet. */
function left({ beginning, results }: Progress): string[] {
  const done = new Set(results.map(({ name }) => name));
  return beginning!.cases.map(({ name }) => name)
    .filter((name) => !done.has(name));
}

/** The case that was running has failed. */
function giveUp(progress: Progress, problem: string): void {
  const { beginning, current } = progress;
  const running = beginning?.cases.find(({ name }) => name === current);
  if (running === undefined) {
    throw new UsageError(`The module did not get as far as a case: ${problem}`);
  }
  progress.results.push({ ...running, passed: false, actual: [], problem });
  progress.current = null;
}

function runInWorker(
  question: Question,
  progress: Progress,
  longestCase: number,
): Promise<End> {
  const worker = new Worker(import.meta.resolve("./judge.ts"), {
    type: "module",
  });
  const { promise, resolve } = Promise.withResolvers<End>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() =>
      resolve({
        kind: "broke",
        problem:
          `The loop did not come back within ${longestCase} ms; is there a way out of its while?`,
      }), longestCase);
  };
  worker.onmessage = ({ data }: MessageEvent<Word>) => {
    watch();
    switch (data.kind) {
      case "begins":
        progress.beginning ??= data;
        break;
      case "case":
        progress.current = data.name;
        break;
      case "result":
        progress.results.push(data.result);
        break;
      default:
        resolve(data);
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    resolve({
      kind: "broke",
      problem: `An error came from outside of all callbacks: ${event.message}`,
    });
  };
  watch();
  worker.postMessage(question);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
