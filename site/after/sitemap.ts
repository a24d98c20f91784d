/**
 * `sitemap.xml` and `robots.txt`, from the outline.
 *
 * @module
 */

import { canonicalAddress } from "../addresses.ts";
import { escapeHtml } from "../code/escape.ts";
import type { TextPage } from "../outline.ts";

/**
 * Writes both files into the output folder.
 *
 * @param output the folder the pages were built into
 * @param pages the book's chapters and its reference
 */
export async function writeSitemap(
  output: string,
  pages: readonly TextPage[],
): Promise<void> {
  const addresses = ["/", ...pages.map(({ address }) => address)];
  const urls = addresses.map((address) =>
    `  <url><loc>${escapeHtml(canonicalAddress(address))}</loc></url>`
  );
  await Deno.writeTextFile(
    `${output}/sitemap.xml`,
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${
      urls.join("\n")
    }\n</urlset>\n`,
  );
  await Deno.writeTextFile(
    `${output}/robots.txt`,
    `User-agent: *\nAllow: /\n\nSitemap: ${canonicalAddress("/sitemap.xml")}\n`,
  );
}
