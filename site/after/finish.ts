/**
 * What happens after the pages are written, the same for both builders: the
 * assets are added, then everything is checked. A build with a fault fails.
 *
 * @module
 */

import { checkBudget } from "../checks/budget.ts";
import { checkHeads } from "../checks/heads.ts";
import { checkLinks } from "../checks/links.ts";
import { checkOrigins } from "../checks/origins.ts";
import { readBuiltSite } from "../checks/built_site.ts";
import { checkPages } from "../checks/pages.ts";
import { readOutline, readReference } from "../outline.ts";
import { writeAssets } from "./assets.ts";
import { takeFailures } from "./failures.ts";
import { writeSitemap } from "./sitemap.ts";

/**
 * Completes and checks a built site.
 *
 * @param output the folder the pages were built into
 * @throws {Error} that lists everything wrong with the build
 */
export async function finish(output: string): Promise<void> {
  const pages = [...readOutline(), ...readReference()];
  await writeAssets(output);
  await writeSitemap(output, pages);
  const site = await readBuiltSite(output);
  // A missing page makes links fail that are right: it is told alone. Why a page
  // is missing says more than that it is.
  const failures = takeFailures();
  const rendered = pages.filter(({ source }) => !failures.has(source));
  expectNone([...failures.values(), ...checkPages(site, rendered)]);
  expectNone([
    ...checkHeads(site),
    ...checkLinks(site),
    ...checkOrigins(site),
    ...await checkBudget(site),
  ]);
}

function expectNone(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const count = faults.length === 1 ? "a fault" : `${faults.length} faults`;
  throw new Error(
    `The site has ${count}:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
  );
}
