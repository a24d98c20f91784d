/**
 * A page stays light: at most 120 KB of script and 60 KB of style sheets
 * together with it, as they travel (compressed).
 *
 * @module
 */

import { type BuiltPage, type BuiltSite, resolveLink } from "./built_site.ts";

const KILOBYTE = 1024;

/** What a page may load of each kind, in compressed bytes. */
const BUDGET: Readonly<
  Record<string, { readonly selector: string; readonly bytes: number }>
> = {
  "scripts": { selector: "script[src]", bytes: 120 * KILOBYTE },
  "style sheets": {
    selector: "link[rel='stylesheet'][href]",
    bytes: 60 * KILOBYTE,
  },
};

/**
 * Weighs what each page loads.
 *
 * @param site the built site
 * @returns a line for each page that is too heavy
 */
export async function checkBudget(site: BuiltSite): Promise<string[]> {
  const weigh = scales(site);
  const faults: string[] = [];
  for (const page of site.pages) {
    for (const [kind, { selector, bytes }] of Object.entries(BUDGET)) {
      const weights = await Promise.all(
        filesOf(site, page, selector).map(weigh),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      if (total > bytes) {
        faults.push(
          `${page.file}: The page loads ${
            kilobytes(total)
          } of ${kind}, compressed; at most ${kilobytes(bytes)} are allowed`,
        );
      }
    }
  }
  return faults;
}

function filesOf(
  site: BuiltSite,
  page: BuiltPage,
  selector: string,
): string[] {
  return [...page.document.querySelectorAll(selector)]
    .map((element) =>
      element.getAttribute("src") ?? element.getAttribute("href") ?? ""
    )
    .map((link) => resolveLink(page, link))
    .flatMap((target) => typeof target === "string" ? [] : [target.file])
    .filter((file) => site.files.has(file));
}

/** Weighs each file once. */
function scales(site: BuiltSite): (file: string) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  return (file) => {
    const weight = known.get(file) ?? weighFile(`${site.output}/${file}`);
    known.set(file, weight);
    return weight;
  };
}

async function weighFile(path: string): Promise<number> {
  const bytes = await Deno.readFile(path);
  const packed = new Blob([bytes]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

function kilobytes(bytes: number): string {
  return `${(bytes / KILOBYTE).toFixed(1)} KB`;
}
