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
import {
  type Chapter,
  readOutline,
  readReference,
  type TextPage,
} from "./outline.ts";
import { tableOfContents } from "./table_of_contents.ts";

/** A page as another one shows it: with a link that works from there. */
export type Linked<P extends TextPage> = P & {
  /** The link to the page. */
  readonly link: string;
};

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
  readonly chapters: readonly Linked<Chapter>[];
  /** All pages of the reference, linked from this page. */
  readonly reference: readonly Linked<TextPage>[];
  /** The chapter this page is, if it is one. */
  readonly chapter?: Linked<Chapter>;
  /** The text this page shows: a chapter, or a page of the reference. */
  readonly text?: TextPage;
  /** The chapter before. */
  readonly previous?: Linked<Chapter>;
  /** The chapter after. */
  readonly next?: Linked<Chapter>;
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
  const linked = <P extends TextPage>(page: P): Linked<P> => ({
    ...page,
    link: link(page.address),
  });
  const chapters = readOutline().map(linked);
  const reference = readReference().map(linked);
  const index = chapters.findIndex((chapter) => chapter.source === source);
  const chapter = chapters[index];
  const previous = chapter && chapters[index - 1];
  const next = chapter && chapters[index + 1];
  const text = chapter ?? reference.find((page) => page.source === source);
  const title = typeof front.title === "string" ? front.title : "";
  return {
    book: { ...book, tableOfContents, example },
    here: {
      address,
      title: text
        ? `${chapter ? `${chapter.section} ` : ""}${title} · ${book.name}`
        : title,
      description: typeof front.description === "string"
        ? front.description
        : "",
      canonical: canonicalAddress(address),
      socialImage: canonicalAddress("/social.png"),
      library: canonicalAddress("/mod.js"),
      source: sourceLink(source),
      link,
      chapters,
      reference,
      ...(chapter && { chapter }),
      ...(text && { text }),
      ...(previous && { previous }),
      ...(next && { next }),
    },
  };
}
