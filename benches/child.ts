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

/** What a process that is ready answers. */
export const READY = "ready";

if (import.meta.main) {
  const [benchName, caseName, contestantName, size] = Deno.args;
  const found = benches.find(({ name }) => name === benchName)
    ?.cases.find(({ name }) => name === caseName);
  const contestant = [found?.ours, ...found?.peers ?? []]
    .find((contestant) => contestant?.name === contestantName);
  if (contestant === undefined || !("prepare" in contestant)) {
    throw new RangeError(
      `No contestant ${contestantName} in ${benchName}, ${caseName}`,
    );
  }
  const round = await contestant.prepare(Number(size));
  answer(READY);
  const request = new Uint8Array(1);
  while (Deno.stdin.readSync(request) !== null) {
    const begin = performance.now();
    const value = await round();
    answer(value ?? performance.now() - begin);
  }
}

function answer(value: unknown): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(value)}\n`));
}
