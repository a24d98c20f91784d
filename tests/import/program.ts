/**
 * One program for every place the library is imported into. It is handed the
 * library, imports nothing and names no host, so its text can be sent anywhere.
 *
 * @module
 */

import type * as loopbook from "../../mod.ts";

/** What the program found. */
export interface Findings {
  /** What two tasks said, in order, when the real clock woke them. */
  readonly said: readonly string[];
  /** What `gather` gave, on the real clock. */
  readonly lengths: readonly number[];
  /** The same on virtual time. */
  readonly virtual: readonly number[];
  /** The virtual time at the end, in milliseconds. */
  readonly time: number;
  /** How the run on virtual time looks. */
  readonly timeline: string;
}

/**
 * Runs two tasks, on the real clock and on virtual time.
 *
 * @param library the library under test
 * @returns what came out
 */
export async function program(
  { gather, getRunningLoop, run, runSync, sleep, Trace }: typeof loopbook,
): Promise<Findings> {
  const said: string[] = [];
  function* greet(name: string, delay: number) {
    yield* sleep(delay);
    said.push(`Hello, ${name}!`);
    return name.length;
  }
  function* main() {
    // A sleep of no time ends before any other, however slow the machine is.
    return yield* gather([greet("world", 10), greet("loop", 0)]);
  }
  const lengths = await run(main);
  const heard = said.splice(0);
  const trace = new Trace();
  const [virtual, time] = runSync(function* () {
    const result = yield* main();
    return [result, getRunningLoop().time()] as const;
  }, { trace });
  const timeline = trace.toTimeline({ width: 72, ascii: true });
  return { said: heard, lengths, virtual, time, timeline };
}

/**
 * A module that imports the library from somewhere, runs the program and prints
 * its findings as JSON.
 *
 * @param library the address it imports from
 * @param run the program
 * @returns JavaScript
 */
export function programModule(
  library: string,
  run: (library: typeof loopbook) => Promise<unknown> = program,
): string {
  return `import * as loopbook from ${JSON.stringify(library)};
${run}
console.log(JSON.stringify(await ${run.name}(loopbook)));
`;
}
