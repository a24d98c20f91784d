/** The two builders tell a reader the same. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { BuilderProcess } from "../../site/builder_process.ts";
import {
  compareManifests,
  describeSite,
  MANIFEST,
  type Manifest,
  type PageDigest,
} from "../../site/manifest.ts";
import { chooseBuilder } from "../../tools/site.ts";

const PROJECT = new URL("../../", import.meta.url).pathname;

async function committed(): Promise<Manifest> {
  return JSON.parse(await Deno.readTextFile(PROJECT + MANIFEST));
}

Deno.test("the pages Eleventy builds are those of the Lume build", async () => {
  const expected = await committed();
  assertStringIncludes(expected.builder, "lume");
  const output = `.loopbook/tests-site-${crypto.randomUUID()}`;
  await using builder = new BuilderProcess({
    ...await chooseBuilder("eleventy", undefined),
    output,
    root: PROJECT,
  });
  try {
    const report = await builder.build();
    assert(report.ok, JSON.stringify(report));
    const actual = await describeSite(PROJECT + output, "eleventy");
    assertEquals(
      compareManifests(expected, actual),
      [],
      "If the pages are as they should be, renew the manifest from a Lume build: deno task manifest",
    );
  } finally {
    await Deno.remove(PROJECT + output, { recursive: true });
  }
});

Deno.test("the manifest is never made from an Eleventy build", async () => {
  const before = await Deno.readTextFile(PROJECT + MANIFEST);
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read=.",
      "--allow-write=.loopbook,site/manifest.json",
      "--allow-env=LOOPBOOK_DEPS",
      `--allow-run=${Deno.execPath()}`,
      "tools/manifest.ts",
    ],
    cwd: PROJECT,
    env: { LOOPBOOK_DEPS: "npm" },
  }).output();
  assertEquals(code, 2);
  assertStringIncludes(
    new TextDecoder().decode(stderr),
    "The manifest is made from a Lume build, and Lume cannot be had here",
  );
  assertEquals(await Deno.readTextFile(PROJECT + MANIFEST), before);
});

const PAGE: PageDigest = {
  title: "Task",
  description: "What a task is",
  sections: [
    { id: "", heading: "", text: "0a", links: ["../"] },
    { id: "what", heading: "h2 What it is", text: "1b", links: ["a", "b"] },
  ],
};

/** What is said when a page comes out as something else. */
function differences(page: PageDigest | undefined): string[] {
  const manifest = (pages: Record<string, PageDigest>) => ({
    builder: "lume",
    pages,
  });
  return compareManifests(
    manifest({ "/task/": PAGE }),
    manifest(page ? { "/task/": page } : {}),
  );
}

/** The page with its second section changed. */
function withSection(
  change: Partial<PageDigest["sections"][number]>,
): PageDigest {
  const [first, second] = PAGE.sections;
  return { ...PAGE, sections: [first!, { ...second!, ...change }] };
}

Deno.test("pages that say the same do not differ", () => {
  assertEquals(differences(PAGE), []);
});

Deno.test("a page that is missing or new is named", () => {
  assertEquals(differences(undefined), [
    "/task/: The page is missing from the site",
  ]);
  assertEquals(
    compareManifests({ builder: "lume", pages: {} }, {
      builder: "eleventy",
      pages: { "/task/": PAGE },
    }),
    ["/task/: The page is not in the manifest"],
  );
});

Deno.test("another title or description is shown beside the old one", () => {
  assertEquals(differences({ ...PAGE, title: "Tasks" }), [
    '/task/: The title is "Tasks", in the manifest "Task"',
  ]);
});

Deno.test("another text is named by its section", () => {
  assertEquals(differences(withSection({ text: "1c" })), [
    '/task/: The text under "What it is" differs',
  ]);
});

Deno.test("another heading is shown beside the old one", () => {
  assertEquals(differences(withSection({ heading: "h2 What" })), [
    "/task/: Heading 1 is h2 What {#what}, in the manifest h2 What it is {#what}",
  ]);
  assertEquals(differences({ ...PAGE, sections: PAGE.sections.slice(0, 1) }), [
    "/task/: Heading 1 is missing, in the manifest h2 What it is {#what}",
  ]);
});

Deno.test("links that are gone, new or in another order are named", () => {
  assertEquals(differences(withSection({ links: ["a", "c"] })), [
    '/task/: The link b under "What it is" is gone',
    '/task/: The link c under "What it is" is new',
  ]);
  assertEquals(differences(withSection({ links: ["b", "a"] })), [
    '/task/: The links under "What it is" are in another order',
  ]);
});
