/**
 * The picture of a run, from the trace that the weaver recorded with the text
 * timeline: both show the same events.
 *
 * @module
 */

import { Trace, type TraceEvent } from "../../mod.ts";

/**
 * Draws the recorded run of a chapter's module.
 *
 * @param folder the chapter's folder, from the project's root
 * @param module the module, from that folder: `main.ts`
 * @param name a name for the picture that is unique within its page
 * @returns the picture as HTML
 * @throws {Error} when the weaver has recorded no such run
 */
export function timelinePicture(
  folder: string,
  module: string,
  name: string,
): string {
  const path = `${folder}/traces/${module.replace(/\.ts$/, ".json")}`;
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch {
    throw new Error(
      `The run of ${module} is not recorded in ${path}; run deno task weave`,
    );
  }
  const key = `${name} ${text}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const recorded: { readonly events: readonly TraceEvent[] } = JSON.parse(text);
  const picture = drawTrace(Trace.fromEvents(recorded.events), name);
  drawn.set(key, picture);
  return picture;
}

// A builder that follows changes meets the same runs again and again.
const drawn = new Map<string, string>();

/** How wide a picture is drawn: beside the text, and on a phone. */
const WIDE = 656;
const NARROW = 340;

/**
 * Draws a trace for a page: twice, since what does not fit into the width goes
 * on below and a phone has half of it. The style sheet shows the one that fits.
 *
 * @param trace the run
 * @param name a name that is unique within the page
 * @param width how wide the larger picture may be, in pixels
 * @returns two `<svg>` elements whose ids begin with that name
 */
export function drawTrace(trace: Trace, name: string, width = WIDE): string {
  const draw = (kind: string, width: number) =>
    `<div class="${kind}">${
      trace.toSvg({ width, idPrefix: `${name}-${kind}` })
    }</div>`;
  return draw("wide", width) + draw("narrow", NARROW);
}
