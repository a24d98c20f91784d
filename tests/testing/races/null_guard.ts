/**
 * `if (await connection) return connection`: awaiting `null` takes a turn of
 * the promise jobs, and a second request that arrives in the same batch finds
 * `null` as well. Two connections are opened.
 *
 * Reported for Mastra (mastra#13444). It can't be seen where completions are
 * delivered one at a time; Deno delivers several at once. The mend looks at
 * the variable without awaiting it.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

/** Two requests that need the connection. */
export async function broken({ io, check }: World): Promise<void> {
  let connection: Promise<true> | null = null;
  let opened = 0;

  async function open(): Promise<true> {
    opened++;
    await io("connect");
    return true;
  }

  async function connect(): Promise<true> {
    if (await connection) return connection!;
    connection = open();
    return connection;
  }

  await Promise.all([
    io("request 1").then(connect),
    io("request 2").then(connect),
  ]);
  check(opened === 1, `${opened} connections were opened`);
}

/** The same with a guard that doesn't wait. */
export async function mended({ io, check }: World): Promise<void> {
  let connection: Promise<true> | null = null;
  let opened = 0;

  async function open(): Promise<true> {
    opened++;
    await io("connect");
    return true;
  }

  function connect(): Promise<true> {
    connection ??= open();
    return connection;
  }

  await Promise.all([
    io("request 1").then(connect),
    io("request 2").then(connect),
  ]);
  check(opened === 1, `${opened} connections were opened`);
}
