/**
 * A built site, read back from disk: its files, and its pages as documents.
 * The checks see only this, never how it was made.
 *
 * @module
 */

import { siteAddress } from "../book.ts";
import { parseHTML } from "npm:linkedom@0.18.15";

/** One built page. */
export interface BuiltPage {
  /** Its file in the output folder: `2.2-event-loop/index.html`. */
  readonly file: string;
  /** Its address from the site's root: `/2.2-event-loop/`. */
  readonly address: string;
  /** The page, parsed. */
  readonly document: Document;
  /** Every id in it, as often as it occurs. */
  readonly ids: readonly string[];
}

/** A built site. */
export interface BuiltSite {
  /** The output folder. */
  readonly output: string;
  /** Every file in it, relative to it. */
  readonly files: ReadonlySet<string>;
  /** Its pages. */
  readonly pages: readonly BuiltPage[];
}

/**
 * Reads a built site.
 *
 * @param output the folder it was built into
 * @returns its files and pages
 */
export async function readBuiltSite(output: string): Promise<BuiltSite> {
  const files = [...listFiles(output)].sort();
  const pages = await Promise.all(
    files.filter((file) => file.endsWith(".html")).map(async (file) =>
      readPage(file, await Deno.readTextFile(`${output}/${file}`))
    ),
  );
  return { output, files: new Set(files), pages };
}

/** A link within the site, resolved. */
export interface InnerLink {
  /** The file it leads to, whether or not the site has it. */
  readonly file: string;
  /** The element it leads to; `""` when it names none. */
  readonly fragment: string;
}

/** A stand-in for whatever host the site is served from. */
const HOST = "http://site.invalid";

/**
 * Resolves a link of a page.
 *
 * @param page the page it stands in
 * @param link the link as it stands there
 * @returns where in the site it leads; `elsewhere` for another site, `outside`
 * for what lies above this one, `malformed` for what is no address
 */
export function resolveLink(
  page: BuiltPage,
  link: string,
): InnerLink | "elsewhere" | "outside" | "malformed" {
  const root = new URL(siteAddress().pathname, HOST);
  const url = URL.parse(link, root.href + page.address.slice(1));
  if (!url) return "malformed";
  if (url.origin !== root.origin) return "elsewhere";
  if (!url.pathname.startsWith(root.pathname)) return "outside";
  const path = decodeURI(url.pathname.slice(root.pathname.length));
  return {
    file: path === "" || path.endsWith("/") ? `${path}index.html` : path,
    fragment: decodeURIComponent(url.hash.slice(1)),
  };
}

// Most pages are the same from build to build, and parsing is what takes time.
const known = new Map<string, { html: string; page: BuiltPage }>();

function readPage(file: string, html: string): BuiltPage {
  const before = known.get(file);
  if (before?.html === html) return before.page;
  const { document } = parseHTML(html) as unknown as { document: Document };
  const page = {
    file,
    address: `/${file}`.replace(/\/index\.html$/, "/"),
    document,
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
  };
  known.set(file, { html, page });
  return page;
}

function* listFiles(root: string, folder = ""): Generator<string> {
  for (const entry of Deno.readDirSync(`${root}/${folder}`)) {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory) yield* listFiles(root, `${path}/`);
    else yield path;
  }
}
