/**
 * CPython as the judge: the real asyncio, on virtual time, in this process.
 *
 * @module
 */
import { loadPyodide } from "npm:pyodide@314.0.7";

/** A CPython that runs asyncio programs and tells what happened. */
export interface Oracle {
  /** Makes a Python module known under its name. */
  addModule(name: string, code: string): void;
  /** Calls a function of a module with one string and gives its string. */
  call(module: string, name: string, argument: string): string;
}

let oracle: Promise<Oracle> | undefined;

/** Starts CPython, once. */
export function startOracle(): Promise<Oracle> {
  return oracle ??= load();
}

const MODULES = ["virtual_loop", "vocabulary", "patches", "tape"];

async function load(): Promise<Oracle> {
  const python = await loadPyodide();
  const oracle: Oracle = {
    addModule: (name, code) =>
      python.FS.writeFile(`/home/pyodide/${name}.py`, code),
    call: (module, name, argument) => python.pyimport(module)[name](argument),
  };
  for (const name of MODULES) {
    oracle.addModule(
      name,
      await Deno.readTextFile(new URL(`${name}.py`, import.meta.url)),
    );
  }
  python.runPython(`
import importlib, gc, sys
importlib.invalidate_caches()
sys.unraisablehook = lambda unraisable: None
import patches
patches.apply()
gc.disable()
`);
  return oracle;
}
