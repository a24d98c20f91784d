import { run } from "../../mod.ts";
import { inWorker } from "./in_worker.ts";

// #region process
function* main() {
  const module = new URL("./crash_worker.ts", import.meta.url);
  for (const accident of ["throw", "fill the memory"]) {
    try {
      yield* inWorker(module, accident);
    } catch (error) {
      console.log(`I hear of it: ${(error as Error).message}`);
    }
  }
  console.log("I go on");
}

await run(main);
// #endregion
