/**
 * What must hold for the timeline of any program, at any width.
 *
 * The programs are random and really run; widths are counted by string-width,
 * which shares no code with ours.
 */

import { assert, assertEquals } from "@std/assert";
import fc from "npm:fast-check@4.10.2";
import stringWidth from "npm:string-width@9.0.0";
import { readTurns } from "../../src/trace/turn_reader.ts";
import { toTimeline } from "../../src/trace/timeline.ts";
import { printable } from "../../src/trace/text_width.ts";
import { randomTrace } from "./random_program.ts";

const width = fc.integer({ min: 24, max: 130 });

/** The lines of each band from its axis to its last lane. */
function bandsOf(timeline: string): string[][] {
  return timeline.split("\n\n").map((piece) => piece.split("\n"))
    .filter(([first]) => /^m?s {2,}/.test(first ?? ""))
    .map((lines) => {
      const end = lines.findIndex((line) => line.startsWith("print "));
      return lines.slice(2, end === -1 ? undefined : end);
    });
}

/** One string for each terminal cell; empty in the second cell of a wide one. */
function cellsOf(line: string): string[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(line)).flatMap(({ segment }) => [
    segment,
    ...Array<string>(Math.max(0, stringWidth(segment) - 1)).fill(""),
  ]);
}

Deno.test("No line of a timeline is wider than asked for", () => {
  fc.assert(fc.property(
    randomTrace,
    width,
    fc.boolean(),
    fc.integer({ min: 2, max: 6 }),
    (events, width, ascii, lanes) => {
      for (
        const line of toTimeline(events, { width, ascii, lanes }).split("\n")
      ) {
        assert(stringWidth(line) <= width, `${stringWidth(line)}: ${line}`);
        assertEquals(line, line.trimEnd());
      }
    },
  ));
});

Deno.test("Every column of a timeline has one box, and every turn has a column", () => {
  fc.assert(fc.property(randomTrace, width, (events, width) => {
    const { turns } = readTurns(events);
    const timeline = toTimeline(events, { width, lanes: 99, bands: 999 });
    let boxes = 0;
    for (const lanes of bandsOf(timeline)) {
      const columns = new Set<number>();
      for (const lane of lanes) {
        cellsOf(lane).forEach((cell, x) => {
          if (cell !== "█") return;
          assert(!columns.has(x), `two boxes in column ${x}:\n${timeline}`);
          columns.add(x);
          boxes++;
        });
      }
    }
    assertEquals(boxes, turns.length, timeline);
  }));
});

Deno.test("The boxes of a timeline stand in the order in which the turns ran", () => {
  fc.assert(fc.property(randomTrace, width, (events, width) => {
    const { turns, actors } = readTurns(events);
    const timeline = toTimeline(events, { width, lanes: 99, bands: 999 });
    const order: string[] = [];
    for (const lanes of bandsOf(timeline)) {
      const boxes = lanes.flatMap((lane) => {
        const cells = cellsOf(lane);
        const [, title = ""] = lane.match(/^(.*?)(?: {2}| !)/) ?? [];
        return cells.flatMap((cell, x) => cell === "█" ? [{ x, title }] : []);
      });
      order.push(...boxes.sort((a, b) => a.x - b.x).map(({ title }) => title));
    }
    const short = actors.every(({ name }) => stringWidth(printable(name)) <= 8);
    if (short) {
      assertEquals(order, turns.map(({ actor }) => printable(actor.name)));
    }
    assertEquals(order.length, turns.length);
  }));
});

Deno.test("Every task is named in a timeline that has a lane for each", () => {
  fc.assert(fc.property(randomTrace, (events) => {
    const { actors } = readTurns(events);
    const timeline = toTimeline(events, { width: 200, lanes: 99, bands: 999 });
    const titles = bandsOf(timeline).flat().map((line) => line.split("  ")[0]);
    for (const { name } of actors) {
      assert(titles.includes(printable(name)), `${name} is not in ${titles}`);
    }
  }));
});

Deno.test("A timeline in ASCII is in ASCII", () => {
  fc.assert(fc.property(randomTrace, width, (events, width) => {
    const timeline = toTimeline(events, { width, ascii: true, lanes: 3 });
    assert(/^[\x20-\x7e\n]*$/.test(timeline), timeline);
  }));
});

Deno.test("A timeline explains each sign that it uses, and no other", () => {
  fc.assert(fc.property(randomTrace, (events) => {
    const pieces = toTimeline(events, { lanes: 99, bands: 999 }).split("\n\n");
    const legend = pieces.at(-1) ?? "";
    const lanes = bandsOf(pieces.join("\n\n")).flat()
      .map((lane) => lane.replace(/^.*? {2}/, "")).join("");
    const explained = legend.split(/ {3}|\n/)
      .map((entry) => entry.split(" ")[0]);
    for (const sign of ["█", "─", "✓", "✗", "⊘", "!", "▁"]) {
      assertEquals(explained.includes(sign), lanes.includes(sign), sign);
    }
  }));
});
