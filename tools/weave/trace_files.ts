/**
 * The recorded runs behind the timelines: `traces/main.json` in a chapter's
 * folder for every `timeline run=main.ts` of its pages. The site draws its
 * pictures from them, so that it need not run anything.
 *
 * @module
 */

import { join } from "node:path";
import type { TraceEvent } from "../../mod.ts";
import { filesUnder } from "../files_under.ts";
import type { Place } from "../reference.ts";
import type { Change } from "./files.ts";

/**
 * Where the recording of a module is stored.
 *
 * @param place the folder of the page
 * @param module the module as a block names it
 * @returns the path
 * @throws {Error} when the module is not the chapter's own
 */
export function traceFile(place: Place, module: string): string {
  if (module.split("/").includes("..")) {
    throw new Error(
      `${module} belongs to another chapter; a timeline shows a program of its own chapter`,
    );
  }
  return join(place.path, "traces", module.replace(/\.m?ts$/, ".json"));
}

/**
 * A recording as it is stored: one event a line, so that a diff can be read.
 *
 * @param module the module as a block names it
 * @param events what its loop told
 * @returns JSON
 */
export function traceText(
  module: string,
  events: readonly TraceEvent[],
): string {
  const lines = events.map((event) => JSON.stringify(event)).join(",\n");
  return `{"module":${JSON.stringify(module)},"events":[\n${lines}\n]}\n`;
}

/**
 * What must change so that exactly the wanted recordings are stored.
 *
 * @param places the folders of the pages
 * @param wanted the recordings their timelines show, by path
 * @returns the changes, each with its reason
 */
export async function traceChanges(
  places: readonly Place[],
  wanted: ReadonlyMap<string, string>,
): Promise<(Change & { readonly reason: string })[]> {
  const stored = new Map<string, string>();
  for (const { path } of places) {
    for await (const file of filesUnder(join(path, "traces"))) {
      if (file.endsWith(".json")) {
        stored.set(file, await Deno.readTextFile(file));
      }
    }
  }
  const changes: (Change & { reason: string })[] = [];
  for (const [path, text] of wanted) {
    const former = stored.get(path);
    if (former === text) continue;
    const reason = former === undefined
      ? "the run is not recorded"
      : "the recorded run is out of date";
    changes.push({ path, text, reason });
  }
  for (const path of stored.keys()) {
    if (wanted.has(path)) continue;
    changes.push({ path, text: null, reason: "no timeline shows this run" });
  }
  return changes;
}
