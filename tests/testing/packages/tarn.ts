/**
 * tarn, the pool under Knex: the user gives up in the very moment in which the
 * connection turns out to be fine. The connection counts as used for ever; a
 * pool of one is dead.
 *
 * Version 3.0.1 has the bug, 3.0.2 the mend (Vincit/tarn.js#68). It needs both
 * completions in one batch, as Deno delivers them: a search that delivers one
 * at a time finds nothing.
 *
 * @module
 */

import { Pool as Broken } from "npm:tarn@3.0.1";
import { Pool as Mended } from "npm:tarn@3.0.2";
import type { PoolOptions } from "npm:tarn@3.0.1/dist/Pool.js";
import type { World } from "../../../mod.ts";

/** Longer than any run. */
const NEVER = 1e8;

/** What the program needs of either version. */
interface Pool {
  acquire(): { readonly promise: Promise<Connection>; abort(): void };
  release(connection: Connection): unknown;
  numUsed(): number;
}

/** A connection of the pool. */
interface Connection {
  readonly name: string;
}

type Options = PoolOptions<Connection>;

/** Takes a connection that is validated first; the user may leave meanwhile. */
async function program(
  { io, check }: World,
  makePool: (options: Options) => Pool,
): Promise<void> {
  const validate = io(() => Promise.resolve(true), { label: "validate" });
  const pool = makePool({
    create: () => Promise.resolve({ name: "connection" }),
    // Its types say boolean, its documentation a promise of one.
    validate: validate as unknown as () => boolean,
    destroy() {},
    min: 0,
    max: 1,
    acquireTimeoutMillis: NEVER,
    createTimeoutMillis: NEVER,
    propagateCreateError: true,
  });
  const leaves = io("user leaves");
  const acquire = pool.acquire();
  leaves.then(() => acquire.abort());
  await acquire.promise.then(
    (connection) => pool.release(connection),
    () => {}, // the user has left
  );
  await leaves;
  await io("later");
  check(pool.numUsed() === 0, "a connection is in use, and nobody uses it");
}

/** With the version that has the bug. */
export function broken(world: World): Promise<void> {
  return program(world, (options) => new Broken(options));
}

/** With the version that is mended. */
export function mended(world: World): Promise<void> {
  return program(world, (options) => new Mended(options));
}
