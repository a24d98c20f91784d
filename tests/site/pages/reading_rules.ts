/**
 * How a page is read: on any screen, in any colors, with or without scripts and
 * motion, on paper.
 *
 * @module
 */

import axe from "npm:axe-core@4.14.1";
import type { PageRule, Visit } from "./rule.ts";

const PHONE = { width: 360, height: 740 };

/** What people with other senses and tools meet, in light colors. */
export const accessibleInLight: PageRule = {
  name: "axe finds nothing serious on any page in light colors",
  opened: { colorScheme: "light" },
  faults: askAxe,
};

/** The same in dark ones. */
export const accessibleInDark: PageRule = {
  name: "axe finds nothing serious on any page in dark colors",
  opened: { colorScheme: "dark" },
  faults: askAxe,
};

/** The same on a phone, where other things are shown. */
export const accessibleOnPhone: PageRule = {
  name: "axe finds nothing serious on any page on a phone",
  opened: { viewport: PHONE, hasTouch: true },
  faults: askAxe,
};

/** Text is read downwards, on a phone as well. */
export const fitsPhone: PageRule = {
  name: "no page scrolls sideways at a width of 360 pixels",
  opened: { viewport: PHONE },
  faults: wideElements,
};

/** And on a desk. */
export const fitsDesk: PageRule = {
  name: "no page scrolls sideways at a width of 1280 pixels",
  faults: wideElements,
};

/** A program is formatted to 80 columns, and a desk has room for them. */
export const showsWholeLines: PageRule = {
  name: "no line of 80 columns is cut off at a width of 1280 pixels",
  faults: ({ page }) =>
    page.evaluate(() =>
      [...document.querySelectorAll(".code pre, .formula")]
        .filter((block) => block.scrollWidth > block.clientWidth)
        .flatMap((block) => {
          if (!block.matches("pre")) return [`cut off: ${nameOf(block)}`];
          const longest = Math.max(
            ...block.textContent.split("\n").map(({ length }) => length),
          );
          return longest > 80 ? [] : [
            `a line of ${longest} characters is cut off: ${nameOf(block)}`,
          ];
        })
    ),
};

/** Who asked for stillness gets it. */
export const stillWhenAsked: PageRule = {
  name: "no page moves when the reader asked for less motion",
  opened: { reducedMotion: "reduce" },
  faults: ({ page }) =>
    page.evaluate(() => {
      const lasts = (times: string) =>
        times.split(",").some((time) => parseFloat(time) > 0.01);
      return [...document.querySelectorAll("*")].flatMap((element) => {
        const style = getComputedStyle(element);
        return [
          ...lasts(style.transitionDuration) &&
              style.transitionProperty !== "none"
            ? [`${nameOf(element)} has a transition`]
            : [],
          ...lasts(style.animationDuration) && style.animationName !== "none"
            ? [`${nameOf(element)} is animated`]
            : [],
          ...style.scrollBehavior === "smooth"
            ? [`${nameOf(element)} scrolls smoothly`]
            : [],
        ];
      });
    }),
};

/** Scripts add to the book, they do not carry it. */
export const wholeWithoutScript: PageRule = {
  name: "every page is complete without JavaScript",
  opened: { javaScriptEnabled: false },
  async faults({ page, url }) {
    const browser = page.context().browser()!;
    const scripted = await browser.newPage({
      viewport: page.viewportSize()!,
    });
    await scripted.goto(url);
    const withScript = await scripted.evaluate(readableParts);
    await scripted.close();
    const without = new Set(await page.evaluate(readableParts));
    return [
      ...without.size === 0 ? ["nothing can be read"] : [],
      ...withScript.filter((part) => !without.has(part))
        .map((part) => `without scripts this is not shown: ${part}`),
      ...await page.evaluate(idleControls),
    ];
  },
};

/** On paper there is the article, all of it, and nothing to click. */
export const goodOnPaper: PageRule = {
  name: "every page prints the article, whole, without navigation",
  // As wide as the text of a sheet of A4, and dark, which paper is not.
  opened: { viewport: { width: 673, height: 1000 }, colorScheme: "dark" },
  async faults({ page }) {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    return [
      ...await page.evaluate(paperFaults),
      ...await wideElements({ page }),
    ];
  },
};

async function askAxe({ page }: Pick<Visit, "page">): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    })
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => {
        const why = any[0]?.message ?? help;
        return `${target.join(" ")}: ${help} (${id}; ${why})`;
      })
    );
}

function wideElements({ page }: Pick<Visit, "page">): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const clips = (element: Element | null): boolean =>
      element !== null && element !== root &&
      (getComputedStyle(element).overflowX !== "visible" ||
        clips(element.parentElement));
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) =>
        element.getBoundingClientRect().right > root.clientWidth + 0.5 &&
        !clips(element.parentElement)
      )
      .slice(0, 5)
      .map((element) =>
        `it is ${root.scrollWidth} pixels wide instead of ${root.clientWidth}: ${
          nameOf(element)
        }`
      );
    return wide.length > 0 ? wide : [
      `it is ${root.scrollWidth} pixels wide instead of ${root.clientWidth}`,
    ];
  });
}

/** The texts and pictures that can be seen; runs in the page. */
function readableParts(): string[] {
  const seen = (element: Element) =>
    element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
    });
  const texts = [
    ...document.querySelectorAll(
      "main :is(h1, h2, h3, h4, p, li, dt, dd, td, th, pre, summary, figcaption)",
    ),
  ].filter(seen).map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const button of copy.querySelectorAll("button")) button.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  }).filter((text) => text !== "");
  const pictures = [...document.querySelectorAll("main :is(svg, img)")]
    .filter((picture) => seen(picture) && !picture.closest("button"))
    .map((picture, index) => {
      const { width, height } = picture.getBoundingClientRect();
      return `picture ${index + 1}, ${Math.round(width)} by ${
        Math.round(height)
      }`;
    });
  return [...texts, ...pictures];
}

/** Controls that do nothing without a script; runs in the page. */
function idleControls(): string[] {
  return [...document.querySelectorAll("button, [onclick]")]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .map((control) =>
      `this control does nothing without scripts: ${
        control.outerHTML.slice(0, 80)
      }`
    );
}

/** What is wrong with the page on paper; runs in the page. */
function paperFaults(): string[] {
  const shown = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) =>
      element.checkVisibility()
    );
  const missing = document.querySelectorAll("main :is(h1, p)").length === 0 ||
      shown("main :is(h1, p)").length === 0
    ? ["the article is not printed"]
    : [];
  const clickable = shown("nav, button, .skip").map((element) =>
    `this is printed: ${nameOf(element)}`
  );
  const cut = shown("main pre").filter((block) =>
    block.scrollWidth > block.clientWidth + 1
  ).map((block) => `lines are cut off: ${nameOf(block)}`);
  const dark = [document.documentElement, document.body].flatMap((element) => {
    const [red = 255, green = 255, blue = 255, alpha = 1] =
      getComputedStyle(element).backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    return alpha > 0 && red + green + blue < 600
      ? [`the paper is dark: ${nameOf(element)}`]
      : [];
  });
  return [...missing, ...clickable, ...cut, ...dark];
}
