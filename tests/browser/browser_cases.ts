/**
 * Tests that need a browser. Those of one file share it: it is opened for the
 * first and closed after the last.
 *
 * @module
 */

import { type Browser, openBrowser } from "./browser.ts";
import { type Choice, chooseBrowser } from "./places.ts";

let shared: Promise<Browser> | undefined;
let choice: Choice | undefined;

/**
 * Declares a test that needs a browser. Where none can be had, which on Linux
 * is an error, the test counts as skipped and its name says why.
 *
 * @param name a sentence
 * @param test the test; it closes the pages it opens
 */
export function browserTest(
  name: string,
  test: (browser: Browser) => Promise<void>,
): void {
  if (choice === undefined) {
    choice = chooseBrowser();
    Deno.test.afterAll(closeShared);
  }
  const skipped = choice.kind === "none" && choice.reason;
  Deno.test({
    name: skipped ? `${name} (skipped: ${skipped})` : name,
    ignore: skipped !== false,
    // The browser outlives the tests that share it, and talks all the time.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => await test(await (shared ??= openBrowser())),
  });
}

async function closeShared(): Promise<void> {
  // That it could not be opened, each test has said.
  const browser = await shared?.catch(() => undefined);
  await browser?.close();
}
