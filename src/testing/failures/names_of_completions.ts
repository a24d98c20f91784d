/**
 * Names that tell completions apart.
 *
 * Two requests that both say `io("find")` are two completions of one label. A
 * reader has to know which of them was delivered, so a label that is used more
 * than once in either run gets a number, in the order in which they became
 * pending.
 *
 * @module
 */

import type { RecordedRun } from "../runs/run_outcome.ts";

/**
 * Names the completions of runs that are shown side by side.
 *
 * @param runs the runs
 * @returns for each run, the name of a completion by its id
 */
export function nameCompletions(
  runs: readonly RecordedRun[],
): Map<number, string>[] {
  const labels = runs.map(labelsOf);
  const used = labels.map(countLabels);
  return labels.map((each) => {
    const seen = new Map<string, number>();
    const names = new Map<number, string>();
    for (const [id, label] of each) {
      const number = (seen.get(label) ?? 0) + 1;
      seen.set(label, number);
      const often = used.some((counts) => (counts.get(label) ?? 0) > 1);
      names.set(id, often ? `${label} #${number}` : label);
    }
    return names;
  });
}

function labelsOf({ events }: RecordedRun): Map<number, string> {
  const labels = new Map<number, string>();
  for (const event of events) {
    if (event.kind !== "pending") continue;
    labels.set(event.completion.id, event.completion.label);
  }
  return labels;
}

function countLabels(labels: Map<number, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels.values()) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
