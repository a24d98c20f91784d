/** This library's own loop, by all the rules. */

import { conformance, loopbook } from "@loopbook/loopbook/conformance";

export async function main(): Promise<void> {
  const report = await conformance(loopbook).run();
  console.log(report.toText());
}

if (import.meta.main) await main();
