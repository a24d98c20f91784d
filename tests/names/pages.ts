/**
 * The pages "Coming from promises" and "When not to use this": each example
 * prints what stands behind its arrows, and stands on its page.
 */

import { assert, assertEquals } from "@std/assert";
import * as promises from "../../site/pages/promises/examples.ts";
import * as whenNot from "../../site/pages/when-not/examples.ts";
import { promised, regions, shown } from "./arrows.ts";
import { printedVirtually } from "./printed.ts";

const PAGES: Readonly<Record<string, Record<string, () => unknown>>> = {
  "promises": promises,
  "when-not": whenNot,
};

for (const [page, examples] of Object.entries(PAGES)) {
  const folder = new URL(`../../site/pages/${page}/`, import.meta.url);
  const source = await Deno.readTextFile(new URL("examples.ts", folder));
  const text = await Deno.readTextFile(new URL("index.md", folder));

  for (const [name, words] of promised(source, "typescript")) {
    Deno.test(`on the page ${page}, ${name} prints what it says`, async () => {
      assert(words !== "", "an example without an arrow decides nothing");
      assertEquals(await printedVirtually(examples[name]!), words);
    });
  }

  Deno.test(`the page ${page} shows every example`, () => {
    assertEquals(shown(text, "examples.ts"), regions(source));
  });
}
