/**
 * What is true of the whole book: its name, where it is published, where its
 * source lies. Both builders, every layout and every check read it here.
 *
 * @module
 */

/** The facts that every page may show. */
export const book = {
  /** The name, as it stands in the corner of each page. */
  name: "loopbook",
  /** The line under the name on the home page. */
  tagline: "Asynchronous programming, from a loop you can read",
  /** The language of the pages, as in `<html lang>`. */
  language: "en",
  /** The code host, without a slash at its end. */
  repository: "https://github.com/loopbook/loopbook",
  /** The branch that source links point into. */
  branch: "main",
} as const;

/** Where the book is published, unless `LOOPBOOK_ADDRESS` says otherwise. */
const PUBLISHED = "https://loopbook.github.io/loopbook/";

/**
 * The address the built pages call their own: canonical links, link previews
 * and the sitemap are made from it, and its path is where the pages live.
 *
 * @returns an absolute URL that ends with a slash
 */
export function siteAddress(): URL {
  const given = Deno.env.get("LOOPBOOK_ADDRESS") || PUBLISHED;
  if (!URL.canParse(given)) {
    throw new TypeError(
      `LOOPBOOK_ADDRESS is "${given}", which is not a URL; give one such as ${PUBLISHED}`,
    );
  }
  return new URL(given.endsWith("/") ? given : `${given}/`);
}
