import { type Coroutine, run, Trace, type TraceEvent } from "../../mod.ts";
import { inWords, namesIn } from "./in_words.ts";
import { main as program } from "./main.ts";
import { type Arrow, ARROWS } from "./map.ts";

// #region main
export async function main() {
  const events = await record(program);
  const names = namesIn(events);
  for (const [index, arrow] of ARROWS.entries()) {
    console.log(`${index + 1}. ${arrow.from} → ${arrow.to}: ${arrow.says}`);
    for (const event of find(arrow, events) ?? []) {
      console.log(`   pass ${event.pass}: ${inWords(event, names)}`);
    }
  }
}
// #endregion

/** Runs a program on virtual time and keeps what its loop told. */
export async function record(
  program: () => Coroutine<unknown>,
): Promise<readonly TraceEvent[]> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    await run(program, { clock: "virtual", trace });
  } finally {
    listening.stop();
  }
  return trace.events;
}

// #region find
/** The first events of a trace that show an arrow; `null` when none do. */
export function find(
  { evidence }: Pick<Arrow, "evidence">,
  events: readonly TraceEvent[],
  before?: TraceEvent,
): TraceEvent[] | null {
  const [condition, ...rest] = evidence;
  if (condition === undefined) return [];
  for (const [index, event] of events.entries()) {
    if (!condition(event, before)) continue;
    const later = find({ evidence: rest }, events.slice(index + 1), event);
    if (later !== null) return [event, ...later];
  }
  return null;
}
// #endregion

if (import.meta.main) await main();
