/**
 * A job in a process of its own, as a coroutine.
 *
 * @module
 */

import { abortSignal, type Coroutine, fromPromise } from "../../mod.ts";

// #region in-process
/** Starts a process, waits until it ends, and gives what it printed. */
export function* inProcess(module: URL, ...args: string[]): Coroutine<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", module.href, ...args],
    signal: abortSignal(), // whoever cancels us ends the process
  });
  const { success, code, stdout, stderr } = yield* fromPromise(child.output());
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout).trim();
  throw new Error(`Process ended with ${code}: ${decoder.decode(stderr)}`);
}
// #endregion
