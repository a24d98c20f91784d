/**
 * Builds the site: the process that `deno task site` and `deno task start`
 * run, with the permissions and the dependencies that building needs.
 *
 * Pages are built into a folder of their own and copied to where they are
 * wanted only when they are complete and checked, so a build that fails leaves
 * the last good site as it was.
 *
 * With `--follow` it stays: for each line on its standard input it builds again.
 * Each line on its standard output is a report.
 *
 * @module
 */

import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Builder, type BuilderName, openBuilder } from "./builders.ts";
import { mirror } from "./mirror.ts";

/** What a build came to, one line of JSON. */
export type BuildReport =
  | {
    /** It went well. */
    readonly ok: true;
    /** How long it took, in milliseconds. */
    readonly ms: number;
    /** The files of the output that are new, different or gone. */
    readonly changed: readonly string[];
  }
  | {
    /** It did not. */
    readonly ok: false;
    /** Why. */
    readonly error: string;
  };

const { values } = parseArgs({
  options: {
    builder: { type: "string" },
    output: { type: "string" },
    follow: { type: "boolean", default: false },
  },
});
const name = values.builder as BuilderName;
const output = values.output ?? "_site";
const workshop = `.loopbook/making-${basename(output)}`;

// The standard output belongs to the reports.
console.log = console.info = console.debug = console.error;

let builder: Builder | undefined;

async function build(): Promise<BuildReport> {
  const start = performance.now();
  try {
    builder ??= await openBuilder(name, workshop);
    await Deno.remove(workshop, { recursive: true }).catch(unlessMissing);
    await builder();
    const changed = await mirror(workshop, output);
    await Deno.remove(workshop, { recursive: true });
    return { ok: true, ms: performance.now() - start, changed };
  } catch (error) {
    return { ok: false, error: reasonOf(error) };
  }
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

/**
 * Builders wrap what went wrong in errors of their own. The one to show is the
 * innermost that names a file; if none does, the innermost.
 */
function reasonOf(error: unknown): string {
  const messages: string[] = [];
  let reason = error;
  while (reason instanceof Error) {
    messages.unshift(reason.message);
    reason = reason.cause ??
      ("originalError" in reason ? reason.originalError : undefined);
  }
  return messages.find((message) => /\.(md|vto|ts|json|svg)\b/.test(message)) ??
    messages[0] ?? String(error);
}

function report(outcome: BuildReport): void {
  const line = `${JSON.stringify(outcome)}\n`;
  Deno.stdout.writeSync(new TextEncoder().encode(line));
}

if (import.meta.main) {
  const first = await build();
  report(first);
  if (!values.follow) Deno.exit(first.ok ? 0 : 1);
  const requests = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  for await (const text of requests) {
    // Requests that came while the last build ran are one request.
    if (text.includes("\n")) report(await build());
  }
}
