/**
 * Runs one Python program in a process of its own and prints what became of it
 * as JSON. Started by `run_beside.ts` with the program's path; not a command for
 * people.
 *
 * @module
 */
import { runPythonProgram } from "./program.ts";

const [path = ""] = Deno.args;
const run = await runPythonProgram(path, await Deno.readTextFile(path));
console.log(JSON.stringify(run));
