/**
 * Look, then insert: both requests look before either inserts, and the row
 * stands there twice.
 *
 * Reported for Sequelize's `findOrCreate` (sequelize#9310). The mend makes the
 * table refuse the second row, as a unique index does: whoever comes late
 * takes what is there.
 *
 * @module
 */

import type { World } from "../../../mod.ts";

/** Two requests for the same user. */
export async function broken({ io, check }: World): Promise<void> {
  const rows: string[] = [];

  async function findOrCreate(name: string): Promise<void> {
    await io("find");
    const found = rows.includes(name);
    await io("insert");
    if (!found) rows.push(name);
  }

  await Promise.all([findOrCreate("ann"), findOrCreate("ann")]);
  check(rows.length === 1, `${rows.length} rows for one user`);
}

/** The same on a table with a unique index. */
export async function mended({ io, check }: World): Promise<void> {
  const rows = new Set<string>();

  async function findOrCreate(name: string): Promise<void> {
    await io("find");
    const found = rows.has(name);
    await io("insert");
    if (!found) rows.add(name);
  }

  await Promise.all([findOrCreate("ann"), findOrCreate("ann")]);
  check(rows.size === 1, `${rows.size} rows for one user`);
}
