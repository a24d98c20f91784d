/**
 * The rules that the cases are about, as the page "Where we stand with CPython"
 * numbers them.
 *
 * A rule rests on others: where a pass runs the wrong callbacks, no lock can be
 * fair. So when a rule is broken, cases of the rules above it fail too; what is
 * broken is where nothing below has failed.
 *
 * @module
 */

/** A rule of CPython's event loop. */
export interface Rule {
  /** What it says, in a line. */
  readonly title: string;
  /** The rules without which it cannot hold, by number. */
  readonly restsOn: readonly number[];
}

/** The rules, by number. */
export const RULES: Readonly<Record<number, Rule>> = {
  1: rule("A pass runs what is ready at its start, no more"),
  2: rule("Timers fire by deadline, then first in, first out", 1),
  3: rule("stop() lets the pass finish", 2),
  4: rule("A callback that throws does not stop the loop", 2, 6),
  5: rule("Awaiting what is done does not switch", 6, 8),
  6: rule("Done callbacks are scheduled, in the order they were added", 1),
  7: rule("A context is copied when a callback or a task is made", 2, 6, 9),
  8: rule("A task's first step is scheduled, its error is the awaiter's", 6),
  9: rule("sleep(0) takes one pass, a longer sleep is a timer", 2, 5),
  10: rule("cancel() is a request: counted, and taken back by uncancel()", 9),
  11: rule("Where a cancellation meets a result, a start or an end", 10),
  12: rule("A bad wait comes back as an error, in a step of its own", 8),
  13: rule("An error that nobody retrieves is reported", 4, 5),
  14: rule("gather: results by position, the first error settles it", 11),
  15: rule("waitFor: the limit cancels, the cancellation is awaited", 16),
  16: rule("timeout: only its own cancellation becomes a TimeoutError", 11),
  17: rule("Task group: one failure cancels the rest, all are awaited", 11),
  18: rule("shield: cancelling the outer leaves the inner running", 4, 11),
  19: rule("wait: throws nothing, cancels nothing", 11),
  20: rule("asCompleted: in the order of completion", 9),
  21: rule("An eager task begins inside the caller's step", 9),
  22: rule("Lock: fair, and a wake-up is never lost", 11),
  23: rule("Semaphore: fair, and a permit is never lost", 11),
  24: rule("Condition: wait() holds the lock again before it returns", 22),
  25: rule("Event: set() wakes everyone who waits", 11),
  26: rule("Queue: first in, first out; a shutdown wakes all", 11),
  27: rule("Barrier: opens when all are there, breaks for all", 24),
  28: rule("Closing: what is left is cancelled and awaited", 3, 11),
};

function rule(title: string, ...restsOn: number[]): Rule {
  return { title, restsOn };
}

/** A case that failed, as far as it is to be explained. */
interface Failure {
  readonly rule: number;
  readonly needs: readonly string[];
}

/**
 * The rules that are broken: those that failed and rest on no other that failed.
 *
 * A case of a low rule may cancel a task to get where it wants; if it fails where
 * cancelling is broken, it says nothing about its own rule.
 *
 * @param failures the cases that failed
 * @returns the numbers of the rules where it begins
 */
export function brokenRules(failures: readonly Failure[]): number[] {
  const failed = new Set(failures.map(({ rule }) => rule));
  const telling = failures.filter(({ rule, needs }) =>
    !(rule < CANCELLING && failed.has(CANCELLING) && cancelsTask(needs))
  );
  const rules = [...new Set(telling.map(({ rule }) => rule))];
  return rules.filter((each) => !rules.some((other) => rests(each, other)));
}

/**
 * Of broken rules, those that a rule rests on.
 *
 * @param rule the number of the rule
 * @param broken the numbers of the broken ones
 * @returns their numbers
 */
export function brokenBelow(rule: number, broken: readonly number[]): number[] {
  return broken.filter((each) => rests(rule, each));
}

/** The rule of cancelling. */
const CANCELLING = 10;

function cancelsTask(needs: readonly string[]): boolean {
  return needs.includes("cancel") && needs.includes("createTask");
}

/** Whether a rule rests on another, at once or through others. */
function rests(rule: number, other: number): boolean {
  return RULES[rule]!.restsOn.some((below) =>
    below === other || rests(below, other)
  );
}
