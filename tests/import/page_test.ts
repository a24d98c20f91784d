/**
 * The library in a page.
 *
 * @module
 */

import * as loopbook from "../../mod.ts";
import { assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_cases.ts";
import { findingsInPage } from "./in_page.ts";
import { program } from "./program.ts";

browserTest("the bundle imported into a page runs", async (browser) => {
  assertEquals(
    await findingsInPage(browser, program),
    await program(loopbook),
  );
});
