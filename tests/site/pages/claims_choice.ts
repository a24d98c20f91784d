/**
 * The choice on the page of all claims: which verdicts are shown.
 *
 * @module
 */

import type { Browser } from "../../browser/browser.ts";

/** What a reader sees after choosing. */
export interface Shown {
  /** The choice: `wrong (2)`. */
  readonly chosen: string;
  /** The verdicts of the claims that are to be seen, each once. */
  readonly verdicts: readonly string[];
  /** How many claims are to be seen. */
  readonly claims: number;
  /** How many chapters' headings are to be seen without any claim. */
  readonly empty: number;
  /** How far the choice itself has moved on the screen, in pixels. */
  readonly moved: number;
}

/**
 * Walks through the choice with the keyboard.
 *
 * @param browser the browser
 * @param address the page of all claims; with a fragment, that claim is the
 * target of a link
 * @param script whether the page may run its script
 * @returns what is seen after each step, the first of which is no step
 */
export async function walkChoice(
  browser: Browser,
  address: string,
  script: boolean,
): Promise<Shown[]> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    // What is brought into view gets there at once.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(address);
  const options = page.locator(".verdicts input");
  await options.first().focus();
  const top = async () => (await page.locator(".verdicts").boundingBox())!.y;
  const shown: Shown[] = [];
  for (let step = 0; step < await options.count(); step++) {
    const before = await top();
    if (step > 0) await page.keyboard.press("ArrowRight");
    const seen = page.locator(".claim").filter({ visible: true });
    const verdicts = await seen.evaluateAll((claims) =>
      claims.map((claim) => claim.getAttribute("data-verdict")!)
    );
    const chapters = page.locator(".claims-of").filter({ visible: true });
    shown.push({
      chosen: (await page.locator(".verdicts label:has(:checked)")
        .innerText()).trim(),
      verdicts: [...new Set(verdicts)],
      claims: verdicts.length,
      empty: await chapters.evaluateAll((all) =>
        all.filter((one) =>
          ![...one.querySelectorAll(".claim")].some((claim) =>
            claim.checkVisibility()
          )
        ).length
      ),
      moved: await top() - before,
    });
  }
  await context.close();
  return shown;
}
