/**
 * Measures everything that this chapter tells in ratios, on your machine.
 *
 * Most contestants have a worker of their own, where nobody else has warmed up
 * the engine or filled the heap, and all take turns: when the machine is busy
 * with something else, it is so for everybody.
 *
 * `deno task run 5 measure` prints the tables. Run by itself, with --allow-read
 * and --allow-sys=cpus, the module prints the samples that `measured.json`
 * keeps.
 *
 * @module
 */

import { cpus } from "node:os";
import * as bridgeCosts from "./bridge_costs.ts";
import { apart, here } from "./contestants.ts";
import type { Measurements } from "./measurements.ts";
import * as pieces from "./pieces.ts";
import * as whereTimeGoes from "./where_time_goes.ts";

const WARM_UP = 3;

/** Lets all contestants have their rounds, in turns. */
export async function measure(
  rounds: number,
  machine: string,
): Promise<Measurements> {
  const url = new URL("measure_worker.ts", import.meta.url);
  const workers = Object.keys(apart).map((name) => {
    const worker = new Worker(url, { type: "module" });
    return { name, worker, round: () => roundIn(worker, name) };
  });
  const inPlace = Object.entries(here).map(([name, round]) => ({
    name,
    round,
  }));
  const samples: Record<string, number[]> = {};
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const contestant of [...workers, ...inPlace]) {
      const sample = await contestant.round();
      if (round >= 0) (samples[contestant.name] ??= []).push(sample);
    }
  }
  for (const { worker } of workers) worker.terminate();
  const date = new Date().toISOString().slice(0, 10);
  return { date, machine, rounds, samples };
}

/** One round of a contestant in its worker. */
function roundIn(worker: Worker, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(name);
  });
}

export async function main() {
  const measurements = await measure(10, "your machine");
  for (const { draw } of [whereTimeGoes, pieces, bridgeCosts]) {
    console.log(draw(measurements).join("\n"), "\n");
  }
}

if (import.meta.main) {
  const { model } = cpus()[0]!;
  const machine = [
    `${model}, ${navigator.hardwareConcurrency} cores`,
    `Deno ${Deno.version.deno}`,
  ].join(", ");
  console.log(JSON.stringify(await measure(20, machine), null, 2));
}
