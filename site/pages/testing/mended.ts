/** The same with a lock around reading and writing. */

import { explore, type World } from "../../../mod.ts";
import { Database, withdraw } from "./bank.ts";

// #region mutex
/** Lets one in at a time: each waits for the one before. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
// #endregion

// #region body
export async function oneAtATime({ io, check }: World): Promise<void> {
  const database = io(new Database({ ann: 100 }));
  const mutex = new Mutex();
  const safely = () => mutex.run(() => withdraw(database, "ann", 80));
  const [first, second] = await Promise.all([safely(), safely()]);
  check(!(first && second), "Ann had 100 and has taken out 160");
}
// #endregion

export async function main(): Promise<void> {
  // #region explore
  const { schedules, exhausted } = await explore(oneAtATime);
  console.log(schedules, exhausted);
  // #endregion
}

if (import.meta.main) await main();
