import {
  MEASURED,
  type Measurements,
  provenance,
  ratioLine,
  ratioOf,
} from "./measurements.ts";

/** One switch from a task to the next. */
const SWITCH = "+ a task: sleep(0)";

const PARSE = "JSON.parse of 1 KiB";

const ROWS = [
  "a generator's next()",
  "+ a queue",
  SWITCH,
  "+ a future",
  "+ a timer: sleep(1)",
  "await null",
  "a trace listens",
  "in debug mode",
  PARSE,
];

/** How many switches a request takes that parses a KiB of JSON. */
const SWITCHES = 10;

/** What each layer costs, a switch being 1. */
export function draw(measurements: Measurements): string[] {
  const parse = ratioOf(measurements, PARSE, SWITCH).median;
  const share = Math.round(100 * SWITCHES / (SWITCHES + parse));
  return [
    ...ROWS.map((name) => ratioLine(name, ratioOf(measurements, name, SWITCH))),
    `of ${SWITCHES} switches and one parse, the switches take ${share} %`,
    provenance(measurements),
  ];
}

export function main(): void {
  for (const line of draw(MEASURED)) console.log(line);
}

if (import.meta.main) main();
