/**
 * A bench as a figure: each case a table of ratios with their bars.
 *
 * @module
 */

import {
  formatRatio,
  formatSpread,
  formatValue,
} from "../../benches/format.ts";
import type { CaseResult, Result } from "../../benches/harness.ts";
import { wasQuiet } from "../../benches/report.ts";
import { sourceLink } from "../addresses.ts";
import { escapeHtml } from "../code/escape.ts";
import { drawBar, drawMarks, type Scale, scaleOf } from "./bars.ts";
import type { Measured } from "./results.ts";

/**
 * Writes a ratio that no line break tears apart.
 *
 * @param ratio how many times
 * @returns such as `3.50 ×`
 */
export function times(ratio: number): string {
  return unbroken(formatRatio(ratio));
}

/**
 * Writes a measured value that no line break tears apart.
 *
 * @param value milliseconds or bytes
 * @param unit which of them
 * @returns such as `12.5 ms`
 */
export function amount(value: number, unit: "ms" | "bytes"): string {
  return unbroken(formatValue(value, unit));
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/**
 * Draws what came out of a bench.
 *
 * @param bench what came out
 * @returns a `<figure>`
 */
export function drawBench(bench: Measured): string {
  const scale = scaleOf(bench.cases.flatMap(ratiosOf));
  return `<figure class="measured"><figcaption><a href="${
    escapeHtml(sourceLink(sourceOf(bench.name)))
  }">${escapeHtml(bench.name)}</a>: ${escapeHtml(bench.about)}</figcaption>${
    bench.cases.map((it) => drawCase(it, scale)).join("")
  }${(bench.broken ?? []).map(drawBroken).join("")}<p class="taken">${
    describeTaken(bench)
  }</p></figure>\n`;
}

/**
 * Says when a bench was measured and whether the machine had other things to do.
 *
 * @param bench what came out
 * @returns a sentence as HTML
 */
function describeTaken({ taken, date, file }: Measured): string {
  const source = `<a href="${escapeHtml(sourceLink(file))}">every sample</a>`;
  if (taken === undefined) {
    return `Measured on ${date}; how busy the machine was is not known; ${source}`;
  }
  const load = taken.load.join(" to ");
  const verdict = wasQuiet(taken)
    ? "the machine was quiet"
    : "the machine had other things to do as well";
  return `Measured on ${date}; ${verdict} (load ${load}); ${source}`;
}

/** A bench `one-by-one` stands in `one_by_one.ts`. */
function sourceOf(name: string): string {
  return `benches/${name.replaceAll("-", "_")}.ts`;
}

function ratiosOf({ peers }: CaseResult): number[] {
  return peers.flatMap(({ ratio, goal }) => [
    ...(ratio === null ? [] : [ratio.lower, ratio.upper]),
    ...(ratio === null || goal === null ? [] : [goal]),
  ]);
}

function drawCase(it: CaseResult, scale: Scale): string {
  const { name, ours, peers, unit, limit } = it;
  const present = peers.filter(({ ratio }) => ratio !== null);
  const absent = peers.filter(({ ratio }) => ratio === null);
  const value = (of: number) => amount(of, unit);
  const { median } = ours.value!;
  const rows = [
    row({
      name: ours.name,
      ratio: value(median),
      spread: formatSpread(ours.value!, value),
      asked: limit === null
        ? ""
        : verdict(median <= limit, `at most ${value(limit)}`),
      bar: present.length > 0 ? drawBar(null, null, scale) : "",
    }),
    ...present.map((peer) => rowOf(peer, scale)),
  ];
  return `<table role="table"><caption>${escapeHtml(name)} <span>${
    describeRounds(ours)
  }</span></caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Who</th><th role="columnheader" scope="col">Median</th><th role="columnheader" scope="col" class="spread"><span class="unseen">Quartiles</span>${
    present.length > 0 ? drawMarks(scale) : ""
  }</th><th role="columnheader" scope="col">Asked</th></tr></thead><tbody role="rowgroup">${
    rows.join("")
  }</tbody></table>${absent.map(drawAbsent).join("")}`;
}

function rowOf({ name, ratio, goal, oneIn }: Result, scale: Scale): string {
  return row({
    name: oneIn === 1 ? name : `${name} (1/${oneIn})`,
    ratio: times(ratio!.median),
    spread: formatSpread(ratio!, times),
    asked: goal === null ? "" : verdict(ratio!.median >= goal, times(goal)),
    bar: drawBar(ratio, goal, scale),
  });
}

interface Row {
  readonly name: string;
  readonly ratio: string;
  readonly spread: string;
  /** As HTML. */
  readonly asked: string;
  /** As HTML. */
  readonly bar: string;
}

function row({ name, ratio, spread, asked, bar }: Row): string {
  return `<tr role="row"><th role="rowheader" scope="row">${
    escapeHtml(name)
  }</th><td role="cell" class="ratio">${ratio}</td><td role="cell" class="spread">${bar}<span>${spread}</span></td><td role="cell" class="asked">${asked}</td></tr>`;
}

/**
 * Says whether something was reached.
 *
 * @param reached whether it was
 * @param asked what was asked for
 * @returns a few words as HTML
 */
export function verdict(reached: boolean, asked: string): string {
  return reached
    ? `${asked}: <span class="reached">reached</span>`
    : `${asked}: <strong class="short">short</strong>`;
}

function describeRounds({ samples }: Result): string {
  return samples.length === 1 ? "one round" : `${samples.length} rounds`;
}

function drawAbsent({ name, absent }: Result): string {
  return `<p class="absent">${escapeHtml(name)} did not take part: ${
    escapeHtml(absent ?? "no reason was given")
  }</p>`;
}

function drawBroken({ name, why }: { name: string; why: string }): string {
  return `<p class="absent">${escapeHtml(name)} broke: ${
    escapeHtml(why.split("\n")[0]!)
  }</p>`;
}
