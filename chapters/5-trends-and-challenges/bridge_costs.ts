import {
  MEASURED,
  type Measurements,
  provenance,
  ratioLine,
  ratioOf,
} from "./measurements.ts";

const AWAITED = "a coroutine, yield*";

const ROWS = [AWAITED, "a worker that stays", "a worker for each call"];

/** What a call costs that waits without being a coroutine. */
export function draw(measurements: Measurements): string[] {
  return [
    ...ROWS.map((name) =>
      ratioLine(name, ratioOf(measurements, name, AWAITED))
    ),
    provenance(measurements),
  ];
}

export function main(): void {
  for (const line of draw(MEASURED)) console.log(line);
}

if (import.meta.main) main();
