/**
 * What the pages of a built site say, in short: a digest of each section's text,
 * and its links and headings in full. `site/manifest.json` holds it as it came
 * out of Lume; a build by Eleventy must come to the same, or the two builders
 * have drifted apart.
 *
 * Looks are left out on purpose: the manifest answers whether a reader is told
 * the same, not whether every byte is.
 *
 * @module
 */

import { createHash } from "node:crypto";
import {
  type BuiltPage,
  type BuiltSite,
  readBuiltSite,
} from "./checks/built_site.ts";

/** One stretch of a page, from a heading to the next. */
export interface SectionDigest {
  /** The heading's id; `""` before the first heading that has one. */
  readonly id: string;
  /** The heading's level and text: `h2 The ready queue`. */
  readonly heading: string;
  /** A digest of the text, white space aside. */
  readonly text: string;
  /** Where its links lead, in order. */
  readonly links: readonly string[];
}

/** One page. */
export interface PageDigest {
  /** The page's title. */
  readonly title: string;
  /** Its description. */
  readonly description: string;
  /** Its sections, in order. */
  readonly sections: readonly SectionDigest[];
}

/** All pages of a site, by address. */
export interface Manifest {
  /** Who built the site. */
  readonly builder: string;
  /** The pages. */
  readonly pages: Readonly<Record<string, PageDigest>>;
}

/** The committed manifest, from the project's root. */
export const MANIFEST = "site/manifest.json";

/**
 * Describes a built site.
 *
 * @param output the folder it was built into
 * @param builder who built it
 * @returns its manifest
 */
export async function describeSite(
  output: string,
  builder: string,
): Promise<Manifest> {
  const site: BuiltSite = await readBuiltSite(output);
  const pages = site.pages.map((page): [string, PageDigest] => [
    page.address,
    describePage(page),
  ]);
  return { builder, pages: Object.fromEntries(pages) };
}

function describePage({ document }: BuiltPage): PageDigest {
  const sections: Section[] = [{ id: "", heading: "", text: "", links: [] }];
  const main = document.querySelector("main");
  if (main) gather(main, sections);
  return {
    title: document.title,
    description: document.querySelector("meta[name='description']")
      ?.getAttribute("content") ?? "",
    sections: sections.map(({ text, ...section }) => ({
      ...section,
      text: digest(text),
    })),
  };
}

interface Section {
  readonly id: string;
  readonly heading: string;
  text: string;
  readonly links: string[];
}

/** Walks a page in reading order and begins a section at each heading. */
function gather(node: Node, sections: Section[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === child.TEXT_NODE) {
      sections.at(-1)!.text += child.textContent ?? "";
      continue;
    }
    if (child.nodeType !== child.ELEMENT_NODE) continue;
    const element = child as Element;
    const name = element.localName;
    if (name === "style" || name === "script") continue;
    if (/^h[1-4]$/.test(name)) {
      const heading = `${name} ${squeeze(element.textContent ?? "")}`;
      sections.push({ id: element.id, heading, text: "", links: [] });
    }
    if (name === "a") {
      sections.at(-1)!.links.push(element.getAttribute("href") ?? "");
    }
    gather(element, sections);
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function digest(text: string): string {
  return createHash("sha256").update(squeeze(text)).digest("hex").slice(0, 16);
}

/**
 * Says how one site differs from what another said.
 *
 * @param expected the manifest to hold to
 * @param actual the manifest of the site at hand
 * @returns a line for each difference, naming the page and what differs
 */
export function compareManifests(
  expected: Manifest,
  actual: Manifest,
): string[] {
  const addresses = new Set([
    ...Object.keys(expected.pages),
    ...Object.keys(actual.pages),
  ]);
  return [...addresses].flatMap((address) => {
    const wanted = expected.pages[address];
    const present = actual.pages[address];
    if (!wanted) return [`${address}: The page is not in the manifest`];
    if (!present) return [`${address}: The page is missing from the site`];
    return comparePages(wanted, present).map((line) => `${address}: ${line}`);
  });
}

function comparePages(wanted: PageDigest, present: PageDigest): string[] {
  const lines: string[] = [];
  for (const key of ["title", "description"] as const) {
    if (wanted[key] === present[key]) continue;
    lines.push(
      `The ${key} is "${present[key]}", in the manifest "${wanted[key]}"`,
    );
  }
  const headings = [wanted, present].map(({ sections }) =>
    sections.map(({ heading, id }) => `${heading} {#${id}}`)
  );
  const at = headings[0]!.findIndex((heading, i) =>
    heading !== headings[1]![i]
  );
  if (at >= 0 || headings[0]!.length !== headings[1]!.length) {
    const place = at >= 0 ? at : headings[0]!.length;
    return [
      ...lines,
      `Heading ${place} is ${
        headings[1]![place] ?? "missing"
      }, in the manifest ${headings[0]![place] ?? "there is none"}`,
    ];
  }
  present.sections.forEach((section, i) => {
    const before = wanted.sections[i]!;
    const place = section.heading
      ? `under "${section.heading.slice(3)}"`
      : "before the first heading";
    if (section.text !== before.text) lines.push(`The text ${place} differs`);
    lines.push(...compareLinks(before.links, section.links, place));
  });
  return lines;
}

function compareLinks(
  wanted: readonly string[],
  present: readonly string[],
  place: string,
): string[] {
  const gone = wanted.filter((link) => !present.includes(link));
  const added = present.filter((link) => !wanted.includes(link));
  const lines = [
    ...gone.map((link) => `The link ${link} ${place} is gone`),
    ...added.map((link) => `The link ${link} ${place} is new`),
  ];
  return lines.length > 0 || wanted.join() === present.join()
    ? lines
    : [`The links ${place} are in another order`];
}
