/** How many schedules there are, and of what. */

import { explore, type World } from "../../../mod.ts";

// #region body
async function threeAnswers({ io }: World): Promise<string> {
  const order: string[] = [];
  const fetch = async (name: string) => {
    await io(name);
    order.push(name);
  };
  await Promise.all([fetch("a"), fetch("b"), fetch("c")]);
  return order.join("");
}
// #endregion

export async function main(): Promise<void> {
  // #region explore
  for (const delivery of ["single", "batch"] as const) {
    const report = await explore(threeAnswers, { delivery });
    console.log(delivery, report.schedules, report.distinctOutcomes);
  }
  // #endregion
}

if (import.meta.main) await main();
