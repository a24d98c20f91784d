/**
 * A CPython with its asyncio as it comes, for what the reference says of it.
 *
 * @module
 */

import { loadPyodide } from "npm:pyodide@314.0.7";

/** A Python that runs what it is given. */
export interface Python {
  /** Runs statements; names stay for the next ones. */
  run(code: string): void;
  /** The value of an expression that JSON can hold. */
  value<T>(expression: string): T;
  /** What a function prints, line by line; a coroutine function is run. */
  output(name: string): string[];
}

let python: Promise<Python> | undefined;

/** Starts CPython, once. */
export function startPython(): Promise<Python> {
  return python ??= load();
}

async function load(): Promise<Python> {
  const pyodide = await loadPyodide();
  const run = (code: string) => pyodide.runPython(code);
  run(
    await Deno.readTextFile(new URL("virtual_loop.py", import.meta.url)),
  );
  run(OUTPUT);
  const value = (expression: string) =>
    JSON.parse(run(`import json\njson.dumps(${expression})`));
  return {
    run,
    value,
    output: (name) => value(`output_of(${name})`),
  };
}

const OUTPUT = `
import contextlib, inspect, io

def output_of(function):
    asyncio.events._set_running_loop(None)
    with contextlib.redirect_stdout(io.StringIO()) as output:
        if inspect.iscoroutinefunction(function):
            asyncio.run(function())
        else:
            function()
    return output.getvalue().splitlines()
`;
