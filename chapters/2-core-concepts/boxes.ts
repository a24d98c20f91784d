import type { TraceEvent } from "../../mod.ts";
import { record } from "./arrows.ts";
import { main as program } from "./main.ts";

// #region boxes
/** How many steps tasks took, and how many began inside of another. */
export function stepsIn(events: readonly TraceEvent[]) {
  let all = 0;
  let overlapping = 0;
  let running = false;
  for (const { kind } of events) {
    if (kind === "started" || kind === "resumed") {
      all++;
      if (running) overlapping++;
      running = true;
    } else if (kind === "suspended" || kind === "finished") running = false;
  }
  return { all, overlapping };
}

export async function main() {
  const { all, overlapping } = stepsIn(await record(program));
  console.log(`${all} steps, ${overlapping} of them inside of another`);
}
// #endregion

if (import.meta.main) await main();
