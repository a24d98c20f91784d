/**
 * One contestant in a process of its own: gets ready, says so, and then runs a
 * round for each byte that comes in. Each answer is a line of JSON.
 *
 * Between rounds the process sleeps in a blocking read, so it takes nothing from
 * the others.
 *
 * @module
 */

import { benches } from "./all.ts";
import type { DenoContestant } from "./harness.ts";

/** What a process that is ready answers. */
export const READY = "ready";

async function serve(contestant: DenoContestant, size: number): Promise<void> {
  const round = await contestant.prepare(size);
  answer(READY);
  const request = new Uint8Array(1);
  while (Deno.stdin.readSync(request) !== null) {
    const begin = performance.now();
    const done = await round();
    const time = performance.now() - begin;
    if (typeof done === "number") answer({ value: done });
    else answer({ value: time, ...done });
  }
}

function find(
  benchName: string,
  caseName: string,
  name: string,
): DenoContestant {
  const bench = benches.find((bench) => bench.name === benchName);
  const found = bench?.cases.find((it) => it.name === caseName);
  for (const contestant of found ? [found.ours, ...found.peers] : []) {
    if (contestant.name === name && "prepare" in contestant) return contestant;
  }
  throw new RangeError(`No contestant ${name} in ${benchName}, ${caseName}`);
}

function answer(value: unknown): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(value)}\n`));
}

if (import.meta.main) {
  const [bench = "", it = "", name = "", size = ""] = Deno.args;
  try {
    await serve(find(bench, it, name), Number(size));
  } catch (error) {
    console.error(error);
    Deno.exit(1);
  }
  Deno.exit(); // whatever the contestant still keeps open
}
