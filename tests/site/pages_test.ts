/**
 * Every page of the built site, in a real browser.
 *
 * @module
 */

import { assertEquals, assertGreater, assertLess } from "@std/assert";
import { browserTest } from "../browser/browser_cases.ts";
import { walkChoice } from "./pages/claims_choice.ts";
import * as keyboard from "./pages/keyboard_rules.ts";
import * as linking from "./pages/linking_rules.ts";
import * as loading from "./pages/loading_rules.ts";
import * as reading from "./pages/reading_rules.ts";
import { faultsOfPages } from "./pages/rule.ts";
import {
  difference,
  RENEW,
  screenshotFile,
  takeScreenshot,
} from "./pages/screenshot.ts";
import { serveBuiltSite, type ServedSite } from "./pages/served_site.ts";

let building: Promise<ServedSite> | undefined;
const site = () => building ??= serveBuiltSite();

Deno.test.afterAll(async () => {
  const built = await building?.catch(() => undefined);
  await built?.[Symbol.asyncDispose]();
});

for (const rules of [loading, linking, reading, keyboard]) {
  for (const rule of Object.values(rules)) {
    browserTest(rule.name, async (browser) => {
      const { address, pages } = await site();
      const faults = await faultsOfPages(browser, address, pages, rule);
      assertEquals(faults, []);
    });
  }
}

browserTest(
  "the chapters form a chain, in the order of the home page",
  async (browser) => {
    const { address, pages } = await site();
    const page = await browser.newPage();
    await page.goto(address);
    const shelf = await page.locator("#chapters li > a").evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).href)
    );
    const follow = async (from: string, rel: string) => {
      const chain = [from];
      for (;;) {
        await page.goto(chain.at(-1)!);
        const link = page.locator(`.turn a[rel="${rel}"]`);
        if (
          await link.count() === 0 || chain.length > shelf.length
        ) return chain;
        await link.click();
        chain.push(page.url());
      }
    };
    assertEquals(await follow(shelf[0]!, "next"), shelf);
    assertEquals(await follow(shelf.at(-1)!, "prev"), shelf.toReversed());
    assertEquals(
      pages.filter((page) => /^\d.*\/$/.test(page)).map((page) =>
        address + page
      )
        .sort(),
      shelf.toSorted(),
    );
    await page.close();
  },
);

browserTest(
  "an address that does not exist shows the error page at any depth",
  async (browser) => {
    const { address } = await site();
    const page = await browser.newPage();
    const failed: string[] = [];
    const lost = `${address}no/such/place/`;
    page.on("response", (response) => {
      const own = response.url() === lost;
      if (response.status() !== (own ? 404 : 200)) failed.push(response.url());
    });
    await page.goto(lost, { waitUntil: "networkidle" });
    assertEquals(failed, []);
    const way = page.locator("main li a").first();
    const chapter = await way.evaluate((link) =>
      (link as HTMLAnchorElement).href
    );
    await way.click();
    await page.waitForURL(chapter);
    assertEquals(chapter.startsWith(address), true);
    assertGreater(await page.locator("main p").count(), 3);
    await page.close();
  },
);

for (const script of [true, false]) {
  browserTest(
    `claims are chosen by verdict with the keyboard, ${
      script ? "with" : "without"
    } a script`,
    async (browser) => {
      const { address } = await site();
      const steps = await walkChoice(browser, `${address}claims/`, script);
      const [all, ...chosen] = steps;
      assertEquals(all!.verdicts.length, chosen.length);
      assertEquals(
        all!.claims,
        chosen.reduce((sum, { claims }) => sum + claims, 0),
      );
      for (const { chosen, claims, empty, moved } of steps) {
        assertEquals(chosen.endsWith(` (${claims})`), true, chosen);
        assertEquals([empty, moved], [0, 0], chosen);
      }
      for (const { chosen: label, verdicts } of chosen) {
        const words = verdicts.map((verdict) => verdict.replaceAll("-", " "));
        assertEquals(words, [label.replace(/ \(\d+\)$/, "")]);
      }
    },
  );
}

browserTest(
  "a claim that a link leads to is shown, whatever was chosen",
  async (browser) => {
    const { address } = await site();
    const claims = `${address}claims/`;
    const counts = async (target: string) =>
      (await walkChoice(browser, claims + target, true))
        .map(({ claims }) => claims);
    const [all, ...others] = await counts("");
    const [allWith, ...othersWith] = await counts("#claim-3-g");
    assertEquals(allWith, all);
    const more = othersWith.map((count, index) => count - others[index]!);
    assertEquals(more.toSorted(), [0, 1, 1, 1]);
  },
);

browserTest(
  "the contents never mark a heading that the choice has hidden",
  async (browser) => {
    const { address } = await site();
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
    });
    await page.goto(`${address}claims/`);
    await page.locator('.verdicts [value="wrong"]').check();
    const isSeen = await page.evaluate(async () => {
      document.querySelector(".verdicts")!.scrollIntoView();
      for (let frame = 0; frame < 3; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const entry = document.querySelector<HTMLAnchorElement>(
        ".contents [aria-current]",
      )!;
      return document.querySelector(entry.hash)!.checkVisibility();
    });
    assertEquals(isSeen, true);
    await page.close();
  },
);

browserTest(
  "each mark below a heading leads to its claim, and the claim back to the heading",
  async (browser) => {
    const { address } = await site();
    const page = await browser.newPage();
    await page.goto(`${address}claims/`);
    const claims = await page.locator(".claim").evaluateAll((claims) =>
      claims.map((claim) => ({
        claim: `#${claim.querySelector("h4")!.id}`,
        verdict: claim.getAttribute("data-verdict")!,
        heading: claim.querySelector<HTMLAnchorElement>("li a")!.href,
      }))
    );
    assertGreater(claims.length, 0);
    const marked: typeof claims = [];
    for (
      const chapter of new Set(claims.map(({ heading }) => pageOf(heading)))
    ) {
      await page.goto(chapter);
      marked.push(
        ...await page.locator(".claim-marks a").evaluateAll((marks) =>
          marks.map((mark) => ({
            claim: (mark as HTMLAnchorElement).hash,
            verdict: mark.getAttribute("data-verdict")!,
            heading: `${location.href}#${
              mark.parentElement!.previousElementSibling!.id
            }`,
          }))
        ),
      );
    }
    const sorted = (list: typeof claims) =>
      list.map((one) => JSON.stringify(one)).sort();
    assertEquals(sorted(marked), sorted(claims));
    await page.close();
  },
);

browserTest("the button on a program copies the program", async (browser) => {
  const { address } = await site();
  const context = await browser.newContext({
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.goto(address);
  const figure = page.locator("figure.code", { has: page.locator(".copy") })
    .first();
  await figure.locator(".copy").click();
  await figure.getByText("Copied").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assertEquals(copied.trimEnd(), await figure.locator("code").textContent());
  await context.close();
});

browserTest(
  "the site's mod.js is a module that its own pages may import",
  async (browser) => {
    const { address } = await site();
    const page = await browser.newPage();
    await page.goto(address);
    const result = await page.evaluate(async (library) => {
      const { runSync, sleep } = await import(library);
      return runSync(function* () {
        return yield* sleep(1000, "awake");
      });
    }, `${address}mod.js`);
    assertEquals(result, "awake");
    await page.close();
  },
);

for (const colors of ["light", "dark"] as const) {
  browserTest(
    `the README's picture in ${colors} colors shows the home page as it is`,
    async (browser) => {
      const { address } = await site();
      const file = screenshotFile(colors);
      const taken = await takeScreenshot(browser, address, colors);
      if (Deno.env.get(RENEW) === "1") await Deno.writeFile(file, taken);
      const kept = await Deno.readFile(file);
      assertLess(kept.length, 300 * 1024, `${file} is too large for a README`);
      assertLess(
        await difference(browser, [kept, taken]),
        0.25,
        `${file} shows an earlier page; take it anew with ${RENEW}=1 deno task test pages`,
      );
    },
  );
}

function pageOf(address: string): string {
  return address.slice(0, address.indexOf("#"));
}
