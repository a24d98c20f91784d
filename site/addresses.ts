/**
 * Every address of the site is made here, for both builders: where a source
 * file's page lives, how one page points at another, and what becomes of a
 * link as it stands in the markdown.
 *
 * Links in the built pages are relative (`../2.1-task/`), so the site works
 * under any path and from any host. Only the error page, which is served at
 * every depth, has to name the site's own path.
 *
 * @module
 */

import { posix } from "node:path";
import { book, siteAddress } from "./book.ts";

const CHAPTER = /^chapters\/([^/]+)\/index\.md$/;
const REFERENCE = /^site\/pages\/([^/]+)\/index\.md$/;
const PAGE = /^site\/pages\/([^/]+)\.vto$/;

/** Strips `./` and `/` from the front of a path that a builder hands over. */
export function projectPath(path: string): string {
  return path.replace(/^(\.?\/)+/, "");
}

/**
 * Where the page made from a source file lives, from the site's own root.
 *
 * @param path the source file, from the project's root
 * @returns an address such as `/2.2-event-loop/`; `undefined` when no page is
 * made from that file
 */
export function pageAddress(path: string): string | undefined {
  const source = projectPath(path);
  const folder = (CHAPTER.exec(source) ?? REFERENCE.exec(source))?.[1];
  if (folder !== undefined) return `/${folder}/`;
  const page = PAGE.exec(source)?.[1];
  if (page === "index") return "/";
  return page === undefined ? undefined : `/${page}.html`;
}

/** The file that holds a page in the output folder. */
export function outputFile(address: string): string {
  return `${address.slice(1)}${address.endsWith("/") ? "index.html" : ""}`;
}

/**
 * How the page at one address writes a link to another.
 *
 * @param from the address of the page that holds the link
 * @param to the address it points at, from the site's root
 * @returns a relative link; from the error page one that begins with the
 * site's path
 */
export function linkTo(from: string, to: string): string {
  if (from === "/404.html") return siteAddress().pathname + to.slice(1);
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const relative = posix.relative(folder, to) || ".";
  return to.endsWith("/") ? `${relative}/` : relative;
}

/** The page's full address, as search engines and link previews want it. */
export function canonicalAddress(address: string): string {
  return new URL(address.slice(1), siteAddress()).href;
}

/** Lines of a file, counted from 1, both included. */
export interface LineRange {
  /** The first line. */
  readonly first: number;
  /** The last line. */
  readonly last: number;
}

/**
 * Where a file of the project can be read on the code host.
 *
 * @param path a file or a folder, from the project's root
 * @param lines the lines to show
 * @returns a link to the code host
 */
export function sourceLink(path: string, lines?: LineRange): string {
  const kind = path.endsWith("/") ? "tree" : "blob";
  const range = lines ? `#L${lines.first}-L${lines.last}` : "";
  return `${book.repository}/${kind}/${book.branch}/${
    path.replace(/\/$/, "")
  }${range}`;
}

/**
 * Turns a link of the markdown, which works on the code host, into one that
 * works in the site.
 *
 * @param href the link as written
 * @param source the markdown file it stands in, from the project's root
 * @returns the link for the page
 * @throws {Error} when it leads out of the project, to nothing, or to a page by
 * its address instead of its file
 */
export function rewriteLink(href: string, source: string): string {
  if (/^([a-z][a-z0-9+.-]*:|#)/i.test(href)) return href;
  const [path = "", fragment] = href.split("#", 2);
  const tail = fragment === undefined ? "" : `#${fragment}`;
  if (path.startsWith("/")) {
    throw new Error(
      `The link ${href} begins with a slash; link to the file, such as ../2.1-task/index.md`,
    );
  }
  const target = posix.join(posix.dirname(source), decodeURI(path));
  if (target.startsWith("../")) {
    throw new Error(`The link ${href} leads out of the project`);
  }
  let isDirectory: boolean;
  try {
    isDirectory = Deno.statSync(target).isDirectory;
  } catch {
    throw new Error(
      `The link ${href} leads to ${target}, which does not exist`,
    );
  }
  const address = pageAddress(target);
  if (address !== undefined) {
    return linkTo(pageAddress(source) ?? "/", address) + tail;
  }
  return sourceLink(isDirectory ? `${target.replace(/\/$/, "")}/` : target) +
    tail;
}
