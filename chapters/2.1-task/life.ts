import { createTask, gather, run, sleep, Trace } from "../../mod.ts";
import type { TraceEvent } from "../../mod.ts";

// #region three-lives
function* upload(ms: number) {
  yield* sleep(ms);
  if (ms === 30) throw new Error("Connection lost");
}

function* program() {
  const photo = createTask(upload(20), { name: "photo" });
  const video = createTask(upload(30), { name: "video" });
  const music = createTask(upload(60), { name: "music" });
  yield* sleep(40);
  music.cancel();
  yield* gather([photo, video, music], { returnExceptions: true });
}

export async function main() {
  const trace = new Trace();
  await run(program, { trace, clock: "virtual" });
  for (const name of ["photo", "video", "music"]) {
    console.log(name);
    for (const line of lifeOf(name, trace.events)) console.log(`  ${line}`);
  }
}
// #endregion

/** What the loop told about one task: a line for each pass. */
export function lifeOf(name: string, events: readonly TraceEvent[]): string[] {
  const passes = new Map<number, { time: number; kinds: string[] }>();
  let task = 0;
  for (const event of events) {
    if (event.kind === "created" && event.name === name) task = event.task;
    if (!("task" in event) || event.task !== task) continue;
    const { pass, time, kind } = event;
    const kinds = passes.get(pass)?.kinds ?? [];
    passes.set(pass, { time, kinds: [...kinds, kind] });
  }
  return [...passes].map(([pass, { time, kinds }]) =>
    `pass ${pass} at ${time} ms: ${kinds.join(", ")}`
  );
}

if (import.meta.main) await main();
