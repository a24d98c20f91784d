/**
 * How a page loads: whole, alone, lightly, without a jolt.
 *
 * @module
 */

import type { PageRule, Visit } from "./rule.ts";

const KILOBYTE = 1024;

/** Nothing on the page fails. */
export const noErrors: PageRule = {
  name: "every page loads without an error",
  when: "networkidle",
  faults: ({ errors }) => Promise.resolve(errors),
};

/** Nothing comes from elsewhere. */
export const noForeignRequests: PageRule = {
  name: "no page asks another host for anything",
  when: "networkidle",
  faults: ({ requests, site }) => {
    const { origin } = new URL(site);
    const foreign = requests.filter((url) => {
      const { origin: asked, protocol } = new URL(url);
      return asked !== origin && protocol !== "data:";
    });
    return Promise.resolve(foreign.map((url) => `it asks for ${url}`));
  },
};

/** Nothing that the reader sees moves by itself. */
export const noLayoutShift: PageRule = {
  name: "nothing on a page moves when its script and fonts come late",
  before: watchShifts,
  faults: shifts,
};

/** Nor when the page puts back what the reader chose on an earlier one. */
export const noLayoutShiftWithChoices: PageRule = {
  name: "nothing moves when a page takes up what the reader chose before",
  async before(visit) {
    await watchShifts(visit);
    await visit.page.addInitScript(() => {
      localStorage.setItem("loopbook:theme", "dark");
      localStorage.setItem("loopbook:tab", "loopbook");
    });
  },
  faults: shifts,
};

/** Scripts and style sheets are few and small. */
export const light: PageRule = {
  name: "no page loads more than 120 KB of script and 60 KB of style",
  async faults({ page, requests }) {
    const weights = { script: 0, style: 0 };
    for (const url of new Set(requests)) {
      const kind = /\.m?js(\?|$)/.test(url)
        ? "script"
        : /\.css(\?|$)/.test(url)
        ? "style"
        : undefined;
      if (!kind) continue;
      const answer = await page.request.get(url);
      weights[kind] += await packedSize(await answer.body());
    }
    return [
      ...heavier("script", weights.script, 120),
      ...heavier("style", weights.style, 60),
    ];
  },
};

/** What `deno task start` adds is not published. */
export const noLiveReload: PageRule = {
  name: "no built page has the script for live reload",
  async faults({ page, requests }) {
    const html = await page.content();
    return [...requests, html].some((text) => text.includes("/@live"))
      ? ["it has the script of /@live"]
      : [];
  },
};

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

declare global {
  /** What has moved so far. */
  var shifts: { value: number; moved: string[] }[];
}

/** Watches what moves; and lets nothing that may come late come in time. */
async function watchShifts({ page }: Visit): Promise<void> {
  await page.route(/page\.js$|\.woff2$/, async (route) => {
    await page.waitForFunction(() =>
      performance.getEntriesByName("first-contentful-paint").length > 0
    );
    await route.continue();
  });
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          return element ? `${element.localName}.${element.className}` : "?";
        });
        globalThis.shifts.push({ value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

async function shifts({ page }: Visit): Promise<string[]> {
  // A frame after the last font the observer has heard of all that moved.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((heard) =>
      requestAnimationFrame(() => requestAnimationFrame(heard))
    );
  });
  const found = await page.evaluate(() => globalThis.shifts);
  return found.map(({ value, moved }) =>
    `a shift of ${value.toFixed(4)} moved ${moved.join(", ")}`
  );
}

async function packedSize(bytes: Uint8Array): Promise<number> {
  const packed = new Blob([new Uint8Array(bytes)]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

function heavier(kind: string, bytes: number, kilobytes: number): string[] {
  return bytes <= kilobytes * KILOBYTE ? [] : [
    `it loads ${
      (bytes / KILOBYTE).toFixed(1)
    } KB of ${kind}, compressed; at most ${kilobytes} KB are allowed`,
  ];
}
