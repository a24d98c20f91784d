/**
 * Everything a page needs beside itself: style sheet, scripts, fonts, icon,
 * picture for link previews. Neither builder handles any of it; it is written
 * after the pages, the same for both.
 *
 * @module
 */

import { dirname } from "node:path";
import { fontFiles } from "./fonts.ts";
import { scriptFiles } from "./scripts.ts";

/** The style sheet's parts, in the order the browser reads them. */
const STYLES = [
  "fonts",
  "colors",
  "page",
  "chrome",
  "prose",
  "code",
  "tabs",
  "measured",
  "notes",
  "claims",
  "home",
  "print",
];

// A builder that is asked to build again is started afresh when code changes, and
// packages do not change at all.
let lasting: Promise<Map<string, Uint8Array>> | undefined;

/**
 * Writes the assets into the output folder.
 *
 * @param output the folder the pages were built into
 */
export async function writeAssets(output: string): Promise<void> {
  lasting ??= Promise.all([fontFiles(), scriptFiles()])
    .then((parts) => new Map(parts.flatMap((part) => [...part])));
  const files = new Map([
    ...await lasting,
    ["book.css", await styleSheet()],
    ["icon.svg", await readBeside("../assets/icon.svg")],
    ["social.png", await readBeside("../assets/social.png")],
  ]);
  for (const [path, bytes] of files) {
    await Deno.mkdir(dirname(`${output}/${path}`), { recursive: true });
    await Deno.writeFile(`${output}/${path}`, bytes);
  }
}

/** One style sheet of all parts, without their comments. */
async function styleSheet(): Promise<Uint8Array> {
  const parts = await Promise.all(
    STYLES.map((name) =>
      Deno.readTextFile(new URL(`../styles/${name}.css`, import.meta.url))
    ),
  );
  const css = parts.join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\n\s*\n+/g, "\n");
  return new TextEncoder().encode(css.trimStart());
}

function readBeside(path: string): Promise<Uint8Array> {
  return Deno.readFile(new URL(path, import.meta.url));
}
