/**
 * Every bench there is, in the order in which they are shown.
 *
 * @module
 */

import { asyncTree } from "./async_tree.ts";
import { deep } from "./deep.ts";
import { explore } from "./explore.ts";
import { faq } from "./faq.ts";
import { handOffs } from "./hand_offs.ts";
import type { Bench } from "./harness.ts";
import { memory } from "./memory.ts";
import { oneByOne } from "./one_by_one.ts";
import { size } from "./size.ts";
import { spawn } from "./spawn.ts";
import { start } from "./start.ts";
import { switches } from "./switches.ts";
import { threads } from "./threads.ts";
import { timers } from "./timers.ts";
import { trace } from "./trace.ts";
import { virtualTimers } from "./virtual_timers.ts";

export const benches: readonly Bench[] = [
  switches,
  deep,
  spawn,
  oneByOne,
  handOffs,
  asyncTree,
  timers,
  virtualTimers,
  explore,
  memory,
  size,
  trace,
  threads,
  faq,
  start,
];
