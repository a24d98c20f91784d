import { PIECES } from "./contestants.ts";
import {
  bestRatioOf,
  formatRatio,
  MEASURED,
  type Measurements,
  provenance,
} from "./measurements.ts";

/** What smaller pieces gain in pauses and cost in time. */
export function draw(measurements: Measurements): string[] {
  const [all] = PIECES;
  const ratio = (what: string, piece: number) =>
    bestRatioOf(measurements, `${what}, ${piece}`, `${what}, ${all}`);
  return [
    "orders in a piece       pause   whole time",
    ...PIECES.map((piece) =>
      [
        piece.toLocaleString("en").padStart(17),
        formatRatio(ratio("pause", piece)).padStart(12),
        ratio("time", piece).toFixed(2).padStart(13),
      ].join("")
    ),
    "the best round of each; measured on",
    provenance(measurements),
  ];
}

export function main(): void {
  for (const line of draw(MEASURED)) console.log(line);
}

if (import.meta.main) main();
