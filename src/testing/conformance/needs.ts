/**
 * Which operations a program uses.
 *
 * @module
 */

import { ALL_OPERATIONS, type Operation } from "./operations.ts";
import { type Block, DEFAULT_SCRIPT, type Program } from "./program.ts";

/** The operations behind a word, where they are not the word itself. */
const NEEDS: Readonly<Record<string, readonly Operation[]>> = {
  callLater: ["callLater", "time"],
  callAt: ["callAt", "time"],
  reportErrors: ["setExceptionHandler"],
  future: ["createFuture"],
  foreignFuture: ["createFuture"],
  task: ["createTask"],
  eagerTask: ["createEagerTask"],
  variable: ["createVariable"],
  group: ["taskGroup"],
  lock: ["createLock"],
  semaphore: ["createSemaphore"],
  event: ["createEvent"],
  condition: ["createCondition"],
  queue: ["createQueue"],
  barrier: ["createBarrier"],
};

/** Waits that need a clock when they have a length. */
const TIMED = new Set(["sleep", "wait", "waitFor", "timeout", "asCompleted"]);

/**
 * Lists the operations that a program uses.
 *
 * @param program the program
 * @returns their names, in the order to build them
 */
export function needsOf(program: Program): Operation[] {
  const needs = new Set<string>();
  look(program.script ?? DEFAULT_SCRIPT, needs);
  for (const block of Object.values(program.callbacks ?? {})) {
    look(block, needs);
  }
  for (const block of Object.values(program.coroutines ?? {})) {
    look(block, needs);
  }
  return ALL_OPERATIONS.filter((name) => needs.has(name));
}

// Statements, expressions and blocks are all lists that begin with a word or
// hold such lists; a word that is not an operation does no harm.
function look(list: Block | readonly unknown[], needs: Set<string>): void {
  const [word] = list;
  if (typeof word === "string") {
    for (const need of NEEDS[word] ?? [word]) needs.add(need);
    if (TIMED.has(word) && list.some((each) => Number(each) > 0)) {
      needs.add("time");
    }
    if (list.slice(1).includes("self")) needs.add("currentTask");
  }
  for (const each of list) if (Array.isArray(each)) look(each, needs);
}
