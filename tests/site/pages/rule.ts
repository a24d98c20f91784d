/**
 * A rule that every page keeps, and how pages are held to it.
 *
 * @module
 */

import type { BrowserContextOptions, Page } from "npm:playwright-core@1.65.1";
import pLimit from "npm:p-limit@7.3.3";
import type { Browser } from "../../browser/browser.ts";
import { installNameOf } from "./in_page.ts";

/** A rule that every page keeps. */
export interface PageRule {
  /** The rule, as a sentence. */
  readonly name: string;
  /** How the page is opened; on a screen of 1280 by 800 by default. */
  readonly opened?: BrowserContextOptions;
  /** When the page is looked at: as soon as it has loaded, or at rest. */
  readonly when?: "load" | "networkidle";
  /** What is done before the page is opened. */
  readonly before?: (visit: Visit) => Promise<void>;
  /** What breaks the rule, one line each, with the element where there is one. */
  readonly faults: (visit: Visit) => Promise<readonly string[]>;
}

/** A page that is being looked at. */
export interface Visit {
  /** The browser's page. */
  readonly page: Page;
  /** Its full address. */
  readonly url: string;
  /** The site's address. */
  readonly site: string;
  /** Errors of its scripts, and what it wrote to the console as an error. */
  readonly errors: readonly string[];
  /** The address of everything it asked for, itself included. */
  readonly requests: readonly string[];
}

/** Pages share the machine's cores. */
const twoAtATime = pLimit(2);

/**
 * Looks at pages under a rule.
 *
 * @param browser the browser
 * @param site the site's address
 * @param pages the pages' addresses from there
 * @param rule the rule
 * @returns what breaks it, with the page's address in front
 */
export async function faultsOfPages(
  browser: Browser,
  site: string,
  pages: readonly string[],
  rule: PageRule,
): Promise<string[]> {
  const faults = await Promise.all(
    pages.map((page) =>
      twoAtATime(async () => {
        const found = await faultsOfPage(browser, site, page, rule);
        return found.map((fault) => `/${page}: ${fault}`);
      })
    ),
  );
  return faults.flat();
}

async function faultsOfPage(
  browser: Browser,
  site: string,
  address: string,
  { opened, when = "load", before, faults }: PageRule,
): Promise<readonly string[]> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...opened,
  });
  try {
    await context.addInitScript(installNameOf);
    const page = await context.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("request", (request) => requests.push(request.url()));
    const visit = { page, url: site + address, site, errors, requests };
    await before?.(visit);
    await page.goto(visit.url, { waitUntil: when });
    // Without scripts, nothing else has put it there.
    await page.evaluate(installNameOf);
    return await faults(visit);
  } catch (error) {
    return [`it could not be looked at: ${error}`];
  } finally {
    await context.close();
  }
}
