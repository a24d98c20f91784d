import committed from "./peers.json" with { type: "json" };
import { type Ratio, ratioLine } from "./measurements.ts";

/** What `deno task bench switches spawn --json` prints, as far as we show it. */
export interface Report {
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly deno: string;
    readonly python: string | null;
  };
  readonly plan: { readonly rounds: number };
  readonly benches: readonly {
    readonly name: string;
    readonly cases: readonly Case[];
  }[];
}

interface Case {
  readonly name: string;
  readonly peers: readonly {
    readonly name: string;
    /** How many times as long as ours; nothing if the peer was not there. */
    readonly ratio: Ratio | null;
  }[];
}

/** The comparison that the book shows. */
export const COMMITTED: Report = committed;

/** The cases that are shown: the bench, the case, and what it is about. */
const SHOWN = [
  ["switches", "1,000 tasks", "a switch, among 1,000 tasks"],
  ["spawn", "gather", "a task made, run and joined, among 100,000"],
] as const;

/**
 * How many times as long as ours the others take.
 *
 * @throws {Error} when something to be shown was not measured
 */
export function draw(report: Report): string[] {
  const { date, machine, plan } = report;
  const { cpu, cores, deno, python } = machine;
  return [
    ...SHOWN.flatMap(([bench, name, about]) => [
      about,
      ...caseOf(report, bench, name).peers.flatMap(({ name, ratio }) =>
        ratio === null ? [] : [ratioLine(`  ${name}`, ratio)]
      ),
    ]),
    `${date}, ${plan.rounds} rounds, ${cpu}, ${cores} cores,`,
    `Deno ${deno}${python === null ? "" : `, CPython ${python}`}`,
  ];
}

function caseOf({ benches }: Report, bench: string, name: string): Case {
  const found = benches.find((one) => one.name === bench)
    ?.cases.find((one) => one.name === name);
  if (found !== undefined) return found;
  throw new Error(
    `"${name}" of "${bench}" was not measured; run deno task bench ${bench} --json`,
  );
}

export function main(): void {
  for (const line of draw(COMMITTED)) console.log(line);
}

if (import.meta.main) main();
