/**
 * The library in a page.
 *
 * @module
 */

import * as loopbook from "../../mod.ts";
import { assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_cases.ts";
import { libraryBundle } from "./library_bundle.ts";
import { type Findings, program } from "./program.ts";

browserTest("the bundle imported into a page runs", async (browser) => {
  const files: Record<string, readonly [type: string, text: string]> = {
    "/": ["text/html", `<script type="module" src="main.js"></script>`],
    "/main.js": [
      "text/javascript",
      `import * as loopbook from "./mod.js";
       ${program}
       globalThis.findings = program(loopbook);`,
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
  const findings = await page.evaluate<Findings>("globalThis.findings");
  await page.close();
  assertEquals(errors, []);
  assertEquals(findings, await program(loopbook));
});
