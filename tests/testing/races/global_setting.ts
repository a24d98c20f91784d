/**
 * What belongs to one request is kept in a global: whoever waits finds the
 * setting of somebody else.
 *
 * Reported for Express (express#3536). The mend keeps it in the request.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

/** Two requests, each wants its answer indented in its own way. */
export async function broken({ io, check }: World): Promise<void> {
  let spaces = 0;

  async function handle(request: number, wanted: number): Promise<void> {
    spaces = wanted;
    await io(`query ${request}`);
    check(
      spaces === wanted,
      `request ${request} wants ${wanted} spaces and gets ${spaces}`,
    );
  }

  await Promise.all([
    io("request 1").then(() => handle(1, 0)),
    io("request 2").then(() => handle(2, 2)),
  ]);
}

/** The same with the setting in a variable of the call. */
export async function mended({ io, check }: World): Promise<void> {
  async function handle(request: number, wanted: number): Promise<void> {
    const spaces = wanted;
    await io(`query ${request}`);
    check(
      spaces === wanted,
      `request ${request} wants ${wanted} spaces and gets ${spaces}`,
    );
  }

  await Promise.all([
    io("request 1").then(() => handle(1, 0)),
    io("request 2").then(() => handle(2, 2)),
  ]);
}
