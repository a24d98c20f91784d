import { run } from "../../mod.ts";
import { provenance, readReport, rows } from "./measured.ts";

// #region main
export function* main() {
  const report = yield* readReport();
  const name = "20 requests, each answered after 10 ms";
  console.log(name);
  const contestants = [
    "aiohttp, together",
    "aiohttp, one by one",
    "urllib, together",
    "urllib, one by one",
  ];
  for (const row of rows(report, name, contestants)) console.log(row);
  for (const line of provenance(report)) console.log(line);
}
// #endregion

if (import.meta.main) await run(main);
