// deno-lint-ignore-file require-await -- the real one waits for a network
/** A payment that is tried again when it fails. */

import { explore, ScheduleError, type World } from "../../../mod.ts";

// #region pay
/** Charges a card; tries once more if no answer comes. */
async function pay(charge: () => Promise<void>): Promise<void> {
  try {
    await charge();
  } catch {
    await charge();
  }
}
// #endregion

// #region body
export async function onePayment({ io, check }: World): Promise<void> {
  let charged = 0;
  const send = io(async () => void charged++, { label: "charge" });
  const answer = () => io("answer", { faults: ["connection lost"] });
  await pay(async () => {
    await send();
    await answer();
  });
  check(charged === 1, `the card was charged ${charged} times`);
}
// #endregion

export async function main(): Promise<void> {
  try {
    await explore(onePayment);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    console.log(error.message);
  }
}

if (import.meta.main) await main();
