import { run } from "../../mod.ts";
import { provenance, readReport, rows } from "./measured.ts";

// #region main
export function* main() {
  const report = yield* readReport();
  for (
    const name of [
      "100,000 task switches",
      "3,000 echoes over a socket",
      "100 tasks that wait for 20 ms",
    ]
  ) {
    console.log(name);
    for (const row of rows(report, name, ["asyncio", "uvloop"])) {
      console.log(row);
    }
  }
  for (const line of provenance(report)) console.log(line);
}
// #endregion

if (import.meta.main) await run(main);
