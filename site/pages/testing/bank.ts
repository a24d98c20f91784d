// deno-lint-ignore-file require-await -- the real ones wait for a database
/**
 * A bank that keeps its balances in a database, and a withdrawal with a race.
 */

/** A database in memory. Each of its methods takes a while in the real one. */
export class Database {
  readonly #balances = new Map<string, number>();

  constructor(balances: Record<string, number>) {
    for (const [name, balance] of Object.entries(balances)) {
      this.#balances.set(name, balance);
    }
  }

  async read(name: string): Promise<number> {
    return this.#balances.get(name) ?? 0;
  }

  async write(name: string, balance: number): Promise<void> {
    this.#balances.set(name, balance);
  }
}

// #region withdraw
/** Takes money out, if there is enough. */
export async function withdraw(
  database: Database,
  name: string,
  amount: number,
): Promise<boolean> {
  const balance = await database.read(name);
  if (balance < amount) return false;
  await database.write(name, balance - amount);
  return true;
}
// #endregion
