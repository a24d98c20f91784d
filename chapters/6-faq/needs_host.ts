import { fromPromise, runSync } from "../../mod.ts";
import { main as relay } from "./relay.ts";

// #region needs-host
function* readFile() {
  const file = new URL("./main.ts", import.meta.url);
  return yield* fromPromise(Deno.readTextFile(file));
}

export function main(): void {
  runSync(relay);
  runSync(readFile);
}
// #endregion

if (import.meta.main) main();
