/**
 * What a page says of itself, and where its links lead.
 *
 * @module
 */

import { canonicalAddress } from "../../../site/addresses.ts";
import type { PageRule } from "./rule.ts";

/** What search engines, link previews and tabs show. */
export const saysWhatItIs: PageRule = {
  name: "every page says what it is, in its head and in one heading",
  async faults({ page, url, site }) {
    const head = await page.evaluate(() => {
      const content = (selector: string) =>
        document.querySelector(selector)?.getAttribute("content") ?? "";
      return {
        lang: document.documentElement.lang,
        title: document.title,
        headings: document.querySelectorAll("h1").length,
        description: content("meta[name='description']"),
        canonical: document.querySelector("link[rel='canonical']")
          ?.getAttribute("href") ?? "",
        image: content("meta[property='og:image']"),
      };
    });
    const picture = await page.request.get(
      head.image.replace(canonicalAddress("/"), site),
    ).catch(() => undefined);
    const expected = canonicalAddress(`/${url.slice(site.length)}`);
    const { length } = head.description;
    return [
      ...head.lang === "en" ? [] : [`its language is "${head.lang}"`],
      ...head.title.trim() ? [] : ["it has no title"],
      ...head.headings === 1 ? [] : [`it has ${head.headings} main headings`],
      ...length >= 50 && length <= 180
        ? []
        : [`its description has ${length} characters, not 50 to 180`],
      ...head.canonical === expected
        ? []
        : [`its canonical link is ${head.canonical}, not ${expected}`],
      ...picture?.headers()["content-type"] === "image/png"
        ? []
        : [`the picture for previews, ${head.image}, is not in the site`],
    ];
  },
};

/** Nothing leads nowhere. */
export const linksLead: PageRule = {
  name: "every link inside the site leads to a page, and to the place it names",
  async faults({ page, site }) {
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
        .map((link) => ({ href: link.href, name: nameOf(link) }))
    );
    const faults: string[] = [];
    const ids = new Map<string, Promise<ReadonlySet<string> | undefined>>();
    for (const { href, name } of links) {
      if (!href.startsWith(new URL(site).origin)) continue;
      const [address = "", fragment = ""] = href.split("#", 2);
      if (!ids.has(address)) ids.set(address, idsOf(address));
      const found = await ids.get(address);
      if (!found) {
        faults.push(`${name} leads to ${href}, where nothing is`);
      } else if (fragment && !found.has(decodeURIComponent(fragment))) {
        faults.push(`${name} leads to ${href}, which has no #${fragment}`);
      }
    }
    return faults;

    async function idsOf(address: string) {
      const answer = await page.request.get(address);
      if (!answer.ok()) return undefined;
      const list = await page.evaluate((html) => {
        const document = new DOMParser().parseFromString(html, "text/html");
        return [...document.querySelectorAll("[id]")].map(({ id }) => id);
      }, await answer.text());
      return new Set(list);
    }
  },
};

/** Links on paper and links for machines agree with those for readers. */
export const turnsPages: PageRule = {
  name: "the arrow keys turn to the chapter that the page's links name",
  async faults({ page, url }) {
    const faults: string[] = [];
    for (const [rel, key] of [["prev", "ArrowLeft"], ["next", "ArrowRight"]]) {
      const [inHead, inText] = await page.evaluate(
        (rel) => {
          const all = (selector: string) =>
            [...document.querySelectorAll<HTMLAnchorElement>(selector)]
              .map(({ href }) => href).join(" ");
          return [all(`link[rel="${rel}"]`), all(`main a[rel="${rel}"]`)];
        },
        rel,
      );
      if (inHead !== inText && inText !== "") {
        faults.push(`its ${rel} link is ${inText}, and ${inHead} in its head`);
      }
      const leads = inText || url;
      await page.keyboard.press(key!);
      await page.waitForURL(leads, { waitUntil: "commit", timeout: 2000 })
        .catch(() => {});
      if (page.url() !== leads) {
        faults.push(`${key} leads to ${page.url()}, not to ${leads}`);
      }
      if (page.url() !== url) await page.goto(url);
    }
    return faults;
  },
};
