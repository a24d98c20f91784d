/**
 * Every link inside the site leads somewhere: the file is there, and when a
 * fragment is named the page has an element of that id.
 *
 * @module
 */

import { type BuiltPage, type BuiltSite, resolveLink } from "./built_site.ts";

/** The attributes that hold an address. */
const ADDRESSES: Readonly<Record<string, string>> = {
  "[href]": "href",
  "[src]": "src",
  "[poster]": "poster",
};

/**
 * Follows every internal link.
 *
 * @param site the built site
 * @returns a line for each link that leads nowhere, and each id used twice
 */
export function checkLinks(site: BuiltSite): string[] {
  const pages = new Map(site.pages.map((page) => [page.file, page]));
  return site.pages.flatMap((page) => [
    ...[...linksOf(page)].flatMap((link) =>
      checkLink(site, pages, page, link) ?? []
    ),
    ...page.ids
      .filter((id, index) => page.ids.indexOf(id) !== index)
      .map((id) => `${page.file}: The id "${id}" is used twice`),
  ]);
}

function* linksOf({ document }: BuiltPage): Generator<string> {
  for (const [selector, attribute] of Object.entries(ADDRESSES)) {
    for (const element of document.querySelectorAll(selector)) {
      yield element.getAttribute(attribute)!;
    }
  }
}

function checkLink(
  site: BuiltSite,
  pages: ReadonlyMap<string, BuiltPage>,
  from: BuiltPage,
  link: string,
): string | undefined {
  const target = resolveLink(from, link);
  switch (target) {
    case "elsewhere":
      return undefined;
    case "malformed":
      return `${from.file}: The link ${link} is not an address`;
    case "outside":
      return `${from.file}: The link ${link} leads out of the site; write it relative to the page`;
  }
  const { file, fragment } = target;
  if (!site.files.has(file)) {
    return `${from.file}: The link ${link} leads to ${file}, which is not in the site`;
  }
  return fragment === "" || pages.get(file)?.ids.includes(fragment)
    ? undefined
    : `${from.file}: The link ${link} names #${fragment}, which ${file} does not have`;
}
