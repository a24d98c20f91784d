/**
 * Runs one module of the book in a process of its own: imports it, runs the
 * `main` that it exports, and stores what the loop told on the way.
 *
 * A coroutine runs on a loop with the clock that was asked for. An async
 * function is a native program; if it calls `run` itself, the defaults set here
 * give that loop the same clock and the same trace.
 *
 * Started by `program.ts` with the arguments `module`, `clock`, `recording`
 * and `streams`; not a command for people.
 *
 * @module
 */

import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { type Coroutine, run, setRunDefaults, Trace } from "../mod.ts";
import type { Recording } from "./program.ts";

const [path = "", clock, recordingPath = "", streams] = Deno.args;
const trace = new Trace();

if (streams === "merged") {
  // In the book there is one output: what is printed as an error stands where
  // it was printed, between the other lines.
  const log = console.log;
  console.error = console.warn = log;
}
setRunDefaults({ clock: clock === "real" ? "real" : "virtual", trace });

const { main } = await import(pathToFileURL(path).href);
if (typeof main !== "function") {
  complain(
    `${basename(path)} exports no main; write export function* main() { … }`,
  );
  Deno.exit(1);
}

const { error: printError, warn: printWarning } = console;
const listening = trace.listen();
if (streams === "compared") {
  // Reports of errors are worded otherwise in another language: not heard.
  Object.assign(console, { error: printError, warn: printWarning });
}
let error: Recording["error"] = null;
try {
  await start(main);
} catch (thrown) {
  Deno.exitCode = 1;
  error = thrown instanceof Error
    ? { name: thrown.name, message: thrown.message }
    : { name: typeof thrown, message: String(thrown) };
  const colors = Deno.stderr.isTerminal() && !Deno.noColor;
  complain(`Uncaught ${Deno.inspect(thrown, { colors })}`);
} finally {
  listening.stop();
}
const recording: Recording = { error, events: trace.events };
Deno.writeTextFileSync(recordingPath, JSON.stringify(recording));

async function start(main: () => unknown): Promise<void> {
  const begun = main();
  await (isCoroutine(begun) ? run(begun) : begun);
}

function isCoroutine(value: unknown): value is Coroutine<unknown> {
  return typeof value === "object" && value !== null &&
    Symbol.iterator in value && "next" in value;
}

/** Says it on the error stream, whatever became of the console. */
function complain(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`));
}
