/**
 * What a layout sees: `book`, the same on every page, and `here`, the page
 * itself. Both builders hand exactly these two to the Vento layouts, so a
 * layout never asks which of them is at work.
 *
 * @module
 */

import {
  canonicalAddress,
  linkTo,
  pageAddress,
  projectPath,
  sourceLink,
} from "./addresses.ts";
import { book } from "./book.ts";
import { example } from "./example_picture.ts";
import { type Chapter, readOutline } from "./outline.ts";
import { tableOfContents } from "./table_of_contents.ts";

/** A chapter as one page shows it: with a link that works from there. */
export interface ChapterLink extends Chapter {
  /** The link to the chapter from the page. */
  readonly link: string;
}

/** The page that is rendered. */
export interface Here {
  /** Its address in the site, from the site's root. */
  readonly address: string;
  /** The title of the browser's tab and of link previews. */
  readonly title: string;
  /** One sentence on what the page is. */
  readonly description: string;
  /** Its full address where it is published. */
  readonly canonical: string;
  /** The full address of the picture for link previews. */
  readonly socialImage: string;
  /** The full address of the library as one file. */
  readonly library: string;
  /** Where the page's text lies on the code host. */
  readonly source: string;
  /** Gives the link from this page to an address of the site. */
  readonly link: (address: string) => string;
  /** All chapters, linked from this page. */
  readonly chapters: readonly ChapterLink[];
  /** The chapter this page is, if it is one. */
  readonly chapter?: ChapterLink;
  /** The chapter before. */
  readonly previous?: ChapterLink;
  /** The chapter after. */
  readonly next?: ChapterLink;
}

/** What every layout sees. */
export interface LayoutData {
  /** The book. */
  readonly book: typeof book & {
    readonly tableOfContents: typeof tableOfContents;
    readonly example: typeof example;
  };
  /** The page. */
  readonly here: Here;
}

/**
 * Puts together what the layouts see of one page.
 *
 * @param path the page's source file, as the builder names it
 * @param front what the file's front matter says
 * @returns the page's data; `undefined` for a file that is no page
 */
export function layoutData(
  path: string,
  front: { readonly title?: unknown; readonly description?: unknown },
): LayoutData | undefined {
  const source = projectPath(path);
  const address = pageAddress(source);
  if (address === undefined) return undefined;
  const link = (to: string) => linkTo(address, to);
  const chapters = readOutline().map((chapter) => ({
    ...chapter,
    link: link(chapter.address),
  }));
  const index = chapters.findIndex((chapter) => chapter.source === source);
  const chapter = chapters[index];
  const previous = chapter && chapters[index - 1];
  const next = chapter && chapters[index + 1];
  const title = typeof front.title === "string" ? front.title : "";
  return {
    book: { ...book, tableOfContents, example },
    here: {
      address,
      title: chapter ? `${chapter.section} ${title} · ${book.name}` : title,
      description: typeof front.description === "string"
        ? front.description
        : "",
      canonical: canonicalAddress(address),
      socialImage: canonicalAddress("/social.png"),
      library: canonicalAddress("/mod.js"),
      source: sourceLink(source),
      link,
      chapters,
      ...(chapter && { chapter }),
      ...(previous && { previous }),
      ...(next && { next }),
    },
  };
}
