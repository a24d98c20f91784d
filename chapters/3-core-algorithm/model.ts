import { model, Trace } from "../../mod.ts";
import { main as breakfast } from "./main.ts";

// #region main
/** Records the four steps and returns what the loop told. */
export async function recordBreakfast(): Promise<Trace> {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    await breakfast({ clock: "virtual", trace });
  } finally {
    listening.stop();
  }
  return trace;
}

export async function main() {
  const sets = model(await recordBreakfast());
  console.log(String(sets));
  const { events, tasks, callbacks } = sets;
  console.log(
    `|E| = ${events.length}, |T| = ${tasks.length}, |C| = ${callbacks.length}`,
  );
}
// #endregion

if (import.meta.main) await main();
