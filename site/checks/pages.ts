/**
 * Every page that should be there is there, and came through its layout. Lume
 * drops a page whose layout is missing and exits with 0; here it is noticed.
 *
 * @module
 */

import { outputFile } from "../addresses.ts";
import type { TextPage } from "../outline.ts";
import type { BuiltSite } from "./built_site.ts";

/**
 * Looks for the pages of the book.
 *
 * @param site the built site
 * @param pages the book's chapters and its reference
 * @returns a line for each page that is missing or bare
 */
export function checkPages(
  site: BuiltSite,
  pages: readonly TextPage[],
): string[] {
  const expected = new Map([
    ["/", "the home page"],
    ["/404.html", "the error page"],
    ...pages.map(({ address, source }): [string, string] => [address, source]),
  ]);
  const missing = [...expected]
    .filter(([address]) => !site.files.has(outputFile(address)))
    .map(([address, source]) =>
      `${source}: The page was dropped: ${
        outputFile(address)
      } is not in the output; look for an error of its layout above`
    );
  const bare = site.pages
    .filter(({ document }) => !document.querySelector("html > body main"))
    .map(({ file, address }) =>
      `${
        expected.get(address) ?? file
      }: The page ${file} came out without its layout: it has no <main>; check the "layout" it names`
    );
  return [...missing, ...bare];
}
