/**
 * The example on the home page: a program that stands in this folder, run while
 * the site is built. Its code, its output and its picture are of that one run.
 *
 * @module
 */

import { runSync, Trace } from "../mod.ts";
import { sourceLink } from "./addresses.ts";
import {
  codeFigure,
  outputFigure,
  timelineFigure,
} from "./code/code_figure.ts";
import { regionLines } from "./code/region.ts";
import { drawTrace } from "./code/timeline_picture.ts";
import { main } from "./example.ts";

/** The example, drawn. */
export interface Example {
  /** The program. */
  readonly code: string;
  /** What it printed. */
  readonly output: string;
  /** What happened while it ran. */
  readonly picture: string;
}

const FILE = "site/example.ts";
let drawn: Example | undefined;

/**
 * Runs the example, once, and draws it.
 *
 * @returns the three figures as HTML
 */
export function example(): Example {
  return drawn ??= draw();
}

function draw(): Example {
  const source = Deno.readTextFileSync(
    new URL("./example.ts", import.meta.url),
  );
  const lines = regionLines(source, "breakfast");
  if (!lines) throw new Error(`${FILE} has no region "breakfast"`);
  const shown = source.split("\n").slice(lines.first - 1, lines.last);

  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    runSync(main, { trace });
  } finally {
    listening.stop();
  }
  const printed = trace.events.flatMap((event) =>
    event.kind === "printed" ? [event.text] : []
  );
  return {
    code: codeFigure(shown.join("\n"), "ts", {
      text: "example.ts",
      link: sourceLink(FILE, lines),
    }),
    output: outputFigure(printed.join("\n"), { text: "What it prints" }),
    picture: timelineFigure(
      drawTrace(trace, "example", 596),
      trace.toTimeline({ width: 78 }),
      { text: "What happens when it runs" },
    ),
  };
}
