/**
 * Names that tell completions apart.
 *
 * Two requests that both say `io("find")` are two completions of one label. A
 * reader has to know which of them was delivered, so a label that is used more
 * than once in either run gets a number, in the order in which they became
 * pending. A call and its result have one number, however the results overtake
 * each other: `find returns #2` is what came of `find #2`.
 *
 * @module
 */

import type { PendingCompletion, RecordedRun } from "../runs/run_outcome.ts";

/**
 * Names the completions of runs that are shown side by side.
 *
 * @param runs the runs
 * @returns for each run, the name of a completion by its id
 */
export function nameCompletions(
  runs: readonly RecordedRun[],
): Map<number, string>[] {
  const lists = runs.map(completionsOf);
  const numbers = lists.map(numberCalls);
  return lists.map((list, index) => {
    const names = new Map<number, string>();
    for (const completion of list) {
      const { id, label } = completion;
      const often = numbers.some((each) => (each.get(label)?.size ?? 0) > 1);
      const number = numbers[index]!.get(label)!.get(callOf(completion))!;
      names.set(id, often ? `${label} #${number}` : label);
    }
    return names;
  });
}

function completionsOf({ events }: RecordedRun): PendingCompletion[] {
  return events.flatMap((event) =>
    event.kind === "pending" ? [event.completion] : []
  );
}

/** What has a number: a call with its result, or a completion by itself. */
function callOf({ id, effect }: PendingCompletion): number {
  return effect ?? id;
}

/** For each label, the numbers of its calls, in the order of their ids. */
function numberCalls(
  list: readonly PendingCompletion[],
): Map<string, Map<number, number>> {
  const calls = new Map<string, Set<number>>();
  const add = (label: string, call: number) => {
    const known = calls.get(label);
    if (known === undefined) calls.set(label, new Set([call]));
    else known.add(call);
  };
  const results = resultLabels(list);
  for (const completion of list) {
    const { label } = completion;
    add(label, callOf(completion));
    const result = results.get(label);
    if (result !== undefined) add(result, callOf(completion));
  }
  const numbers = new Map<string, Map<number, number>>();
  for (const [label, each] of calls) {
    const inOrder = [...each].sort((one, other) => one - other);
    numbers.set(
      label,
      new Map(inOrder.map((call, place) => [call, place + 1])),
    );
  }
  return numbers;
}

/** What the results of calls are called, by what the calls are called. */
function resultLabels(list: readonly PendingCompletion[]): Map<string, string> {
  const labels = new Map(list.map(({ id, label }) => [id, label]));
  const results = new Map<string, string>();
  for (const { label, effect } of list) {
    const call = effect === null ? undefined : labels.get(effect);
    if (call !== undefined) results.set(call, label);
  }
  return results;
}
