import { getRunningLoop, runSync } from "../../mod.ts";
import { main as program } from "./main.ts";

// #region missing
/** A program of which a step waits for a future, and nobody settles it. */
function* forgotten() {
  yield* getRunningLoop().createFuture();
}

export function main() {
  attempt("a coroutine and no loop", () => program().next());
  attempt("a future and nobody who settles it", () => runSync(forgotten));
  attempt("a loop and no host", () => runSync(program));
}

function attempt(what: string, action: () => unknown) {
  console.log(what);
  try {
    action();
  } catch (error) {
    console.log(`  ${error}`);
  }
}
// #endregion

if (import.meta.main) main();
