/**
 * Commands of `deno` whose output is looked at before anybody sees it.
 *
 * @module
 */

import { isColored } from "./colored.ts";

/** A command of `deno` that has ended. */
export interface DenoEnded {
  readonly code: number;
  /** What it printed on both streams. */
  readonly output: string;
}

/**
 * Runs a command of `deno` and keeps what it prints.
 *
 * @param args its arguments
 * @param options the folder to run in and the milliseconds it may take
 * @returns its exit code and its output; a command that took too long is killed
 * and has failed
 */
export async function runDenoQuietly(
  args: readonly string[],
  { cwd, time = 600_000 }: { readonly cwd: string; readonly time?: number },
): Promise<DenoEnded> {
  const { success, code, stdout, stderr, signal } = await new Deno.Command(
    Deno.execPath(),
    {
      args: [...args],
      cwd,
      stdin: "null",
      ...(isColored() ? {} : { env: { NO_COLOR: "1" } }),
      signal: AbortSignal.timeout(time),
    },
  ).output();
  const [out, complaints] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  const killed = signal === null
    ? ""
    : `\nKilled by ${signal}; it may take ${time / 1000} s`;
  return {
    code: success ? 0 : code || 1,
    output: `${out}${complaints}${killed}`,
  };
}
