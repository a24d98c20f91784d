import { fromPromise, run } from "../../mod.ts";

// #region main
const RESULTS = new URL("../../benches/results/threads.json", import.meta.url);

export function* main() {
  const { date, machine, benches } = JSON.parse(
    yield* fromPromise(Deno.readTextFile(RESULTS)),
  ) as Report;
  for (const { name, ours, peers } of benches[0]!.cases) {
    console.log(name);
    console.log(row(ours.name, "1 ×"));
    for (const { name, ratio } of peers) {
      console.log(row(name, `${shown(ratio!.median)} ×`));
    }
    console.log();
  }
  const { cpu, cores, deno, python } = machine;
  console.log(`${date}: ${cpu}, ${cores} cores,`);
  console.log(`Deno ${deno}, CPython ${python}`);
}
// #endregion

/** What `deno task bench threads --json` writes, as far as it is shown here. */
interface Report {
  date: string;
  machine: { cpu: string; cores: number; deno: string; python: string | null };
  benches: { cases: Case[] }[];
}

interface Case {
  name: string;
  ours: { name: string };
  peers: { name: string; ratio: { median: number } | null }[];
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(40)} ${value.padStart(12)}`;
}

/** Two digits that mean something. */
export function shown(ratio: number): string {
  if (ratio < 9.95) return ratio.toFixed(1);
  const unit = 10 ** (Math.floor(Math.log10(ratio)) - 1);
  return (Math.round(ratio / unit) * unit).toLocaleString("en");
}

if (import.meta.main) await run(main);
