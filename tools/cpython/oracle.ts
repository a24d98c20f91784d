/**
 * CPython as the judge: the real asyncio, on virtual time, in this process.
 *
 * Pyodide is CPython compiled to WebAssembly, its C implementation of tasks
 * included. What is changed in it stands in `patches.py`, each change with its
 * reason; `virtual_loop.py` is the loop, `tape.py` writes down what happens.
 *
 * @module
 */
import { loadPyodide } from "npm:pyodide@314.0.7";

/** A CPython that runs asyncio programs and tells what happened. */
export interface Oracle {
  /**
   * Makes a Python module known.
   *
   * @param name the name to import it by
   * @param code its source
   */
  addModule(name: string, code: string): void;
  /**
   * Calls a function.
   *
   * @param module the module it is in
   * @param name its name
   * @param argument the string it gets
   * @returns the string it gives
   */
  call(module: string, name: string, argument: string): string;
}

let oracle: Promise<Oracle> | undefined;

/**
 * Starts CPython, once in a process.
 *
 * @returns the oracle
 */
export function startOracle(): Promise<Oracle> {
  return oracle ??= start();
}

const MODULES = ["virtual_loop", "vocabulary", "patches", "tape"];

const SET_UP = `
import gc, importlib, sys, warnings
importlib.invalidate_caches()
import patches
patches.apply()
# Coroutines that a program leaves behind are none of our business, and when they
# are collected must not depend on how much was allocated before.
warnings.simplefilter("ignore", RuntimeWarning)
sys.unraisablehook = lambda unraisable: None
gc.disable()
`;

async function start(): Promise<Oracle> {
  const python = await loadPyodide();
  const known = new Map<string, string>();
  const oracle: Oracle = {
    addModule(name, code) {
      if (known.get(name) === code) return;
      if (known.has(name)) {
        throw new Error(
          `Python module ${name} is there already, with other code`,
        );
      }
      known.set(name, code);
      python.FS.writeFile(`/home/pyodide/${name}.py`, code);
      python.runPython("importlib.invalidate_caches()");
    },
    call: (module, name, argument) => python.pyimport(module)[name](argument),
  };
  python.runPython("import importlib");
  for (const name of MODULES) {
    const file = new URL(`${name}.py`, import.meta.url);
    oracle.addModule(name, await Deno.readTextFile(file));
  }
  python.runPython(SET_UP);
  return oracle;
}
