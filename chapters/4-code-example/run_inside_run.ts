import { fromPromise, run } from "../../mod.ts";
import { main as hello } from "./main.ts";

// #region run-inside-run
export function* main() {
  yield* fromPromise(run(hello));
}
// #endregion

if (import.meta.main) await run(main);
