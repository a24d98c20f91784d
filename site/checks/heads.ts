/**
 * Every page says what it is: language, title, description, canonical link,
 * picture for previews, one main heading.
 *
 * @module
 */

import type { BuiltPage, BuiltSite } from "./built_site.ts";

/** What each page must have, and how to find it. */
const REQUIRED: Readonly<
  Record<string, (document: Document) => string | null | undefined>
> = {
  "language (<html lang>)": (document) =>
    document.documentElement?.getAttribute("lang"),
  "title": (document) => document.querySelector("head > title")?.textContent,
  "description": (document) =>
    document.querySelector("meta[name='description']")?.getAttribute("content"),
  "canonical link": (document) =>
    document.querySelector("link[rel='canonical']")?.getAttribute("href"),
  "social image (og:image)": (document) =>
    document.querySelector("meta[property='og:image']")?.getAttribute(
      "content",
    ),
};

/**
 * Looks at the head of each page.
 *
 * @param site the built site
 * @returns a line for each thing that is missing
 */
export function checkHeads(site: BuiltSite): string[] {
  return site.pages.flatMap((page) => [
    ...Object.entries(REQUIRED)
      .filter(([, find]) => !find(page.document)?.trim())
      .map(([name]) => `${page.file}: The page has no ${name}`),
    ...checkMainHeading(page),
  ]);
}

function checkMainHeading({ file, document }: BuiltPage): string[] {
  const count = document.querySelectorAll("h1").length;
  return count === 1
    ? []
    : [`${file}: The page has ${count} main headings (<h1>); it must have one`];
}
