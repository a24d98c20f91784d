/** Three sellers who meet at a till: with what they touch declared, and without. */

import {
  type Coroutine,
  gather,
  Lock,
  survey,
  track,
  type World,
} from "../../../mod.ts";

// #region body
const sellers = (declared: boolean) =>
  function* ({ io }: World): Coroutine<string> {
    const till = new Lock();
    const sold = track([] as string[]);
    const touches = declared ? { resource: [] } : {};

    function* sell(what: string): Coroutine<void> {
      yield* io(`weigh ${what}`, touches);
      yield* io(`wrap ${what}`, touches);
      using _ = yield* till.acquire();
      yield* io(`take money for ${what}`, touches);
      sold.push(what);
    }
    yield* gather(["bread", "cake", "tea"].map(sell));
    return sold.join();
  };
// #endregion

export async function main(): Promise<void> {
  for (const declared of [false, true]) {
    const { schedules, distinctOutcomes } = await survey(sellers(declared), {
      delivery: "single",
    });
    console.log(`${schedules} schedules, ${distinctOutcomes} outcomes`);
  }
}

if (import.meta.main) await main();
