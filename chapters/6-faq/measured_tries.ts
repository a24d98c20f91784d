import { run } from "../../mod.ts";
import { provenance, readReport, rows } from "./measured.ts";

// #region main
const OUTCOMES = [
  "returns",
  "in a try",
  "throws",
  "throws an error made before",
];

export function* main() {
  const report = yield* readReport();
  const name = "1,000,000 calls of a coroutine";
  console.log(name);
  for (const who of ["CPython", "loopbook"]) {
    const contestants = OUTCOMES.map((outcome) => `${who}, ${outcome}`);
    for (const row of rows(report, name, contestants)) console.log(row);
  }
  for (const line of provenance(report)) console.log(line);
}
// #endregion

if (import.meta.main) await run(main);
