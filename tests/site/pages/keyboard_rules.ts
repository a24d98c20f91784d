/**
 * Everything on a page can be done with the keyboard alone.
 *
 * @module
 */

import type { Page } from "npm:playwright-core@1.65.1";
import type { PageRule } from "./rule.ts";

/** The way past the bar. */
export const skipsToText: PageRule = {
  name: "on every page the first Tab leads to a link that skips to the text",
  async faults({ page }) {
    await page.keyboard.press("Tab");
    const link = await page.evaluate(() => {
      const element = document.activeElement!;
      const { top, left, width, height } = element.getBoundingClientRect();
      return {
        name: nameOf(element),
        href: element.getAttribute("href") ?? "",
        seen: top >= 0 && left >= 0 && width > 20 && height > 20,
      };
    });
    if (!link.href.startsWith("#")) {
      return [`the first Tab leads to ${link.name}, not to a skip link`];
    }
    if (!link.seen) return [`${link.name} is not seen when it has the focus`];
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const next = await page.evaluate(() => {
      const element = document.activeElement!;
      return element.closest("main, footer") ? undefined : nameOf(element);
    });
    return next
      ? [`behind ${link.name} the next Tab leads to ${next}, before the text`]
      : [];
  },
};

/** All that can be clicked can be reached, and one sees where one is. */
export const reachable: PageRule = {
  name: "Tab reaches everything on a page, and shows where it is",
  // Else the page is still on its way when it is asked what is in view.
  opened: { reducedMotion: "reduce" },
  async faults({ page }) {
    const expected = await page.evaluate(markStops);
    const reached = new Map<string, string | undefined>();
    for (let presses = 0; presses < expected.length + 5; presses++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(focusFault);
      if (!stop || reached.has(stop.mark)) break;
      reached.set(stop.mark, stop.fault);
    }
    return [
      ...expected.filter(({ mark }) => !reached.has(mark))
        .map(({ name }) => `Tab does not reach ${name}`),
      ...[...reached.values()].filter((fault) => fault !== undefined),
    ];
  },
};

/** Light and dark by choice, and the choice is kept. */
export const keepsTheme: PageRule = {
  name: "the colors can be switched by keyboard, and stay switched",
  async faults({ page, site }) {
    const faults: string[] = [];
    const before = await colors(page);
    await page.locator(".theme-switch").focus();
    const expectOther = async (when: string) => {
      const now = await colors(page);
      if (now === before) faults.push(`${when} the colors are still ${now}`);
    };
    await page.keyboard.press("Space");
    await expectOther("after Space on the switch");
    await page.reload();
    await expectOther("after a reload");
    await page.goto(site);
    await expectOther("on another page");
    await page.locator(".theme-switch").focus();
    await page.keyboard.press("Enter");
    const back = await colors(page);
    if (back !== before) faults.push(`after Enter the colors are ${back}`);
    return faults;
  },
};

/** A reader's tab is shown wherever there is one of that name. */
export const keepsTab: PageRule = {
  name: "an arrow key changes the tab, on the page and on the next visit",
  async faults({ page }) {
    const radios = page.locator(".tab-bar input");
    if (await radios.count() === 0) return [];
    await radios.first().focus();
    await page.keyboard.press("ArrowRight");
    const chosen = await page.evaluate(() =>
      (document.activeElement as HTMLInputElement).value
    );
    const faults = await page.evaluate(tabFaults, chosen);
    await page.reload();
    return [
      ...faults,
      ...(await page.evaluate(tabFaults, chosen)).map((fault) =>
        `after a reload ${fault}`
      ),
    ];
  },
};

interface Stop {
  readonly mark: string;
  readonly name: string;
}

/** Marks and lists what Tab should stop at; runs in the page. */
function markStops(): Stop[] {
  const candidates = [
    ...document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex='0']",
    ),
  ].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.hasAttribute("disabled") && element.tabIndex >= 0
  );
  // Of a group of radio buttons Tab stops at the chosen one alone.
  const stops = candidates.filter((element) =>
    !(element instanceof HTMLInputElement) || element.type !== "radio" ||
    element.checked
  );
  return stops.map((element, index) => {
    element.dataset["stop"] = String(index);
    return { mark: String(index), name: nameOf(element) };
  });
}

/** What has the focus, and whether one sees it; runs in the page. */
function focusFault():
  | { mark: string; fault: string | undefined }
  | undefined {
  const element = document.activeElement as HTMLElement | null;
  const mark = element?.dataset["stop"];
  if (!element || mark === undefined) return undefined;
  const label = element instanceof HTMLInputElement
    ? element.labels?.[0]
    : undefined;
  const outlined = [element, label].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const { top, bottom } = (label ?? element).getBoundingClientRect();
  const inView = bottom > 0 && top < innerHeight;
  return {
    mark,
    fault: !outlined
      ? `${nameOf(element)} shows no outline when it has the focus`
      : !inView
      ? `${nameOf(element)} is out of view when it has the focus`
      : undefined,
  };
}

/** Groups of tabs that do not show the chosen one; runs in the page. */
function tabFaults(chosen: string): string[] {
  return [...document.querySelectorAll(".tabs")].flatMap((group) => {
    const radios = [
      ...group.querySelectorAll<HTMLInputElement>(".tab-bar input"),
    ];
    const at = radios.findIndex(({ value }) => value === chosen);
    if (at < 0) return [];
    const shown = [...group.querySelectorAll(":scope > .tab")].map((panel) =>
      panel.checkVisibility()
    );
    return shown[at] && shown.filter(Boolean).length === 1
      ? []
      : [`${nameOf(group)} does not show its tab ${chosen}`];
  });
}

function colors(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { color } = getComputedStyle(document.body);
    const { backgroundColor } = getComputedStyle(document.documentElement);
    return `${color} on ${backgroundColor}`;
  });
}
