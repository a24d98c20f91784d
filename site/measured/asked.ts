/**
 * What was asked for in advance beside what came out, shortfalls first, each with
 * its reason where one is known.
 *
 * @module
 */

import { escapeHtml } from "../code/escape.ts";
import { amount, times } from "./figures.ts";
import { wasQuiet } from "../../benches/report.ts";
import { type Asked, askedOf, type Measured } from "./results.ts";

/** Why something falls short: for a bench, or for a case or a peer in it. */
export interface Reason {
  readonly bench: string;
  readonly case?: string;
  readonly peer?: string;
  readonly why: string;
}

/**
 * Draws everything that was asked for.
 *
 * @param benches what was measured
 * @param reasons why things fall short; the first that fits is shown
 * @returns tables as HTML
 */
export function drawAsked(
  benches: Iterable<Measured>,
  reasons: readonly Reason[],
): string {
  const measured = [...benches];
  const all = measured.flatMap(askedOf);
  const busy = measured
    .filter(({ taken }) => taken !== undefined && !wasQuiet(taken))
    .map(({ name }) => name);
  const short = all.filter(({ reached }) => !reached);
  const reached = all.filter(({ reached }) => reached);
  return [
    `<p>Of ${all.length} goals that were set in advance, ${reached.length} are reached and ${short.length} are not.</p>`,
    ...(short.length === 0 ? [] : [
      '<ul class="shortfalls">',
      ...[...byReason(short, reasons, busy)].map(([why, them]) =>
        `<li>${them.map(describe).join("<br>")}<p>${escapeHtml(why)}</p></li>`
      ),
      "</ul>",
    ]),
    `<details><summary>The ${reached.length} that are reached</summary><ul>`,
    ...reached.map((asked) => `<li>${describe(asked)}</li>`),
    "</ul></details>\n",
  ].join("\n");
}

function describe({ bench, caseName, peer, asked, got, unit }: Asked): string {
  const write = (value: number) =>
    unit === "times" ? times(value) : amount(value, unit);
  const what = peer === null
    ? `${bench}, ${caseName}`
    : `${bench}, ${caseName}, against ${peer}`;
  const limit = peer === null ? "at most" : "at least";
  return `${escapeHtml(what)}: <strong>${write(got)}</strong>, asked ${limit} ${
    write(asked)
  }`;
}

function byReason(
  short: readonly Asked[],
  reasons: readonly Reason[],
  busy: readonly string[],
): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const asked of short) {
    const why = reasonFor(asked, reasons) ??
      (busy.includes(asked.bench)
        ? "Why is not known; the machine had other things to do."
        : "Why is not known yet.");
    groups.set(why, [...groups.get(why) ?? [], asked]);
  }
  return groups;
}

function reasonFor(
  { bench, caseName, peer }: Asked,
  reasons: readonly Reason[],
): string | undefined {
  return reasons.find((it) =>
    it.bench === bench && (it.case ?? caseName) === caseName &&
    (it.peer ?? peer) === peer
  )?.why;
}
