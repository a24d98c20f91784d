/**
 * Runs a program that takes the library in a page of a browser.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import type { Browser } from "../browser/browser.ts";
import { libraryBundle } from "./library_bundle.ts";

/**
 * Opens a page that imports the library's bundle and hands it to a program.
 *
 * @param browser the browser
 * @param program a function that imports nothing and names no host
 * @returns what the program found; the page had no error that nobody caught
 */
export async function findingsInPage<T>(
  browser: Browser,
  program: (library: never) => Promise<T>,
): Promise<T> {
  const files: Record<string, readonly [type: string, text: string]> = {
    "/": ["text/html", `<script type="module" src="main.js"></script>`],
    "/main.js": [
      "text/javascript",
      `import * as loopbook from "./mod.js";
       ${program}
       globalThis.findings = ${program.name}(loopbook);`,
    ],
    "/mod.js": ["text/javascript", await libraryBundle()],
  };
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.route("**", (route) => {
    const file = files[new URL(route.request().url()).pathname];
    const [contentType, body] = file ?? ["text/plain", "Not found"];
    return route.fulfill({ status: file ? 200 : 404, contentType, body });
  });
  await page.goto("http://127.0.0.1/");
  const findings = await page.evaluate<T>("globalThis.findings");
  await page.close();
  assertEquals(errors, []);
  return findings;
}
