/**
 * Checks the types of every module of the project.
 *
 * @module
 */

import { denoArguments, type Source } from "./dependencies.ts";
import { findRoots } from "./npm/renew_lock.ts";
import { type DenoEnded, runDenoQuietly } from "./quiet_deno.ts";

/** Lume has no npm form: its config has types only where Lume can be had. */
const NEED_LUME = ["site/_config.ts"];

/**
 * Checks types.
 *
 * @param root the project's root
 * @param source where dependencies come from
 * @returns how `deno check` ended, and how many modules it was given
 */
export async function checkTypes(
  root: string,
  source: Source,
): Promise<DenoEnded & { readonly modules: number }> {
  const modules = await findRoots();
  if (source === "declared") modules.push(...NEED_LUME);
  const ended = await runDenoQuietly(
    ["check", "--quiet", ...denoArguments(source), ...modules],
    { cwd: root },
  );
  return { ...ended, modules: modules.length };
}
