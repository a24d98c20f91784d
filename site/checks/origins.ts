/**
 * A page loads nothing from elsewhere. Links a reader may follow are free to
 * leave; whatever the browser fetches by itself must be the site's own.
 *
 * @module
 */

import type { BuiltPage, BuiltSite } from "./built_site.ts";

/** What a browser fetches without being asked, and where its address is. */
const FETCHED: Readonly<Record<string, string>> = {
  "script[src]": "src",
  "img[src]": "src",
  "img[srcset], source[srcset]": "srcset",
  "source[src], video[src], audio[src], track[src]": "src",
  "video[poster]": "poster",
  "iframe[src], embed[src]": "src",
  "object[data]": "data",
  "link:not([rel='canonical'], [rel='prev'], [rel='next'], [rel='alternate'])[href]":
    "href",
  "image[href], use[href]": "href",
};

/**
 * Looks for anything that would be fetched from another origin.
 *
 * @param site the built site
 * @returns a line for each such thing
 */
export function checkOrigins(site: BuiltSite): string[] {
  return [
    ...site.pages.flatMap(checkPage),
    ...[...site.files].filter((file) => file.endsWith(".css")).flatMap((file) =>
      foreignInStyles(Deno.readTextFileSync(`${site.output}/${file}`))
        .map((url) => fault(file, url))
    ),
  ];
}

function checkPage({ file, document }: BuiltPage): string[] {
  const urls: string[] = [];
  for (const [selector, attribute] of Object.entries(FETCHED)) {
    for (const element of document.querySelectorAll(selector)) {
      const value = element.getAttribute(attribute) ?? "";
      const candidates = attribute === "srcset"
        ? value.split(",").map((part) => part.trim().split(/\s+/)[0]!)
        : [value];
      urls.push(...candidates.filter(isForeign));
    }
  }
  for (const element of document.querySelectorAll("style, [style]")) {
    const styles = element.localName === "style"
      ? element.textContent
      : element.getAttribute("style");
    urls.push(...foreignInStyles(styles ?? ""));
  }
  return urls.map((url) => fault(file, url));
}

function foreignInStyles(css: string): string[] {
  const urls = css.matchAll(
    /url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g,
  );
  return [...urls].map((match) => match[1] ?? match[2]!).filter(isForeign);
}

function isForeign(url: string): boolean {
  return /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url.trim());
}

function fault(file: string, url: string): string {
  return `${file}: It loads ${url} from another origin; serve it from the site itself`;
}
