/**
 * Blocks that show what was measured: ` ```measured switches ` a bench,
 * ` ```measured others ` those that the page doesn't name, ` ```measured asked `
 * what was asked for beside what came out, ` ```measured machine ` where.
 *
 * @module
 */

import { posix } from "node:path";
import type { Token } from "npm:markdown-it@15.0.0";
import { escapeHtml } from "../code/escape.ts";
import { drawAsked, type Reason } from "../measured/asked.ts";
import { drawBench } from "../measured/figures.ts";
import { type Measured, readMeasured } from "../measured/results.ts";
import { markdownError, type PageEnv } from "./page_env.ts";

/**
 * Draws a block.
 *
 * @param page the page it stands on
 * @param token the block
 * @returns HTML
 * @throws {Error} for a word that names nothing that was measured
 */
export function measuredBlock(page: PageEnv, token: Token): string {
  const [, word = ""] = token.info.trim().split(/\s+/);
  try {
    const measured = readMeasured();
    if (word === "machine") return drawMachine(measured);
    if (word === "asked") {
      return drawAsked(measured.values(), readReasons(page.source));
    }
    if (word === "others") return drawOthers(measured, page.source);
    const bench = measured.get(word);
    if (bench !== undefined) return drawBench(bench);
    throw new Error(
      `Nothing is kept of a bench "${word}"; there are ${
        [...measured.keys(), "others", "asked", "machine"].join(", ")
      }, and deno task bench ${word} --out=benches/results/all.json keeps more`,
    );
  } catch (error) {
    throw markdownError(page, token, (error as Error).message);
  }
}

function drawMachine(measured: Map<string, Measured>): string {
  const machines = new Set(
    [...measured.values()].map(({ machine }) => {
      const { cpu, cores, memoryGiB, system, deno, v8, python } = machine;
      return `${cpu}, ${cores} cores, ${memoryGiB} GiB of memory, ${system}; Deno ${deno} with V8 ${v8}; ${
        python === null ? "no CPython" : `CPython ${python}`
      }`;
    }),
  );
  return `<ul>${
    [...machines].map((machine) => `<li>${escapeHtml(machine)}</li>`).join("")
  }</ul>\n`;
}

function drawOthers(measured: Map<string, Measured>, source: string): string {
  const text = Deno.readTextFileSync(source);
  const others = [...measured.values()]
    .filter(({ name }) => !text.includes(`\`\`\`measured ${name}\n`));
  if (others.length === 0) return "<p>Nothing: all of it stands above.</p>\n";
  return others.map(drawBench).join("");
}

function readReasons(source: string): readonly Reason[] {
  const path = posix.join(posix.dirname(source), "reasons.json");
  return JSON.parse(Deno.readTextFileSync(path));
}
