/**
 * A fault anywhere in the book fails the build, says where it is, and leaves the
 * last good site as it was. Built by the real builder; the same steps after the
 * build run under Lume.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { BuilderProcess } from "../../site/builder_process.ts";
import { chooseBuilder } from "../../tools/site.ts";
import { FixtureBook } from "./fixtures/fixture_book.ts";

const CHAPTER = "chapters/1-breakfast/index.md";
const LAYOUT = "site/_includes/layouts/base.vto";

Deno.test("a build with a fault fails and leaves the last good site", async (t) => {
  await using book = await FixtureBook.lay();
  await using builder = new BuilderProcess({
    ...await chooseBuilder("eleventy", undefined),
    output: "_site",
    root: book.root,
  });

  await t.step("a sound book builds", async () => {
    const report = await builder.build();
    assert(report.ok, JSON.stringify(report));
    const page = await book.read("_site/1-breakfast/index.html");
    assertStringIncludes(page, "Which is ready first");
    const kitchen = await book.read("_site/kitchen/index.html");
    assertStringIncludes(kitchen, '<p class="section">Reference</p>');
    assertStringIncludes(kitchen, 'href="../1-breakfast/"');
    const sitemap = await book.read("_site/sitemap.xml");
    assertStringIncludes(sitemap, "/kitchen/</loc>");
    assertStringIncludes(
      await book.read("_site/index.html"),
      '<a href="kitchen/"><span class="name">The kitchen</span></a>',
    );
  });
  const good = await book.read("_site/1-breakfast/index.html");

  const faults: Record<
    string,
    { path?: string; from: string; to: string; says: string }
  > = {
    "a link to a file that is not there": {
      from: "../2-lunch/index.md#menu",
      to: "../3-dinner/index.md",
      says:
        `${CHAPTER}:LINE: The link ../3-dinner/index.md leads to chapters/3-dinner/index.md, which does not exist`,
    },
    "a link to a heading that is not there": {
      from: "../2-lunch/index.md#menu",
      to: "../2-lunch/index.md#dessert",
      says:
        "1-breakfast/index.html: The link ../2-lunch/#dessert names #dessert, which 2-lunch/index.html does not have",
    },
    "a link out of the project": {
      from: "../2-lunch/index.md#menu",
      to: "../../../elsewhere.md",
      says: "leads out of the project",
    },
    "a heading without an id": {
      from: "## Sets {#sets}",
      to: "## Sets",
      says: `${CHAPTER}:LINE: The heading "Sets" has no id`,
    },
    "a description that is missing": {
      from: "description: A chapter",
      to: "question2: A chapter",
      says: `${CHAPTER}: Unknown key "question2" in the front matter`,
    },
    "a formula that cannot be typeset": {
      from: "$$\nf(x) = c(x)",
      to: "$$\nf(x) = \\nonsense{",
      says: `${CHAPTER}:LINE: The formula f(x) = \\nonsense{ cannot be typeset`,
    },
    "a block of a region that its file does not have": {
      from: "```python file=main.py#breakfast",
      to: "```python file=main.py#supper",
      says:
        'shows the region "supper", which chapters/1-breakfast/main.py does not have',
    },
    "a timeline of a run that is not recorded": {
      from: "```timeline run=main.ts",
      to: "```timeline run=other.ts",
      says: "run deno task weave",
    },
    "a layout that does not exist": {
      path: "site/_includes/layouts/chapter.vto",
      from: "layout: layouts/base.vto",
      to: "layout: layouts/missing.vto",
      says: "layouts/missing.vto",
    },
    "a page that comes out without its layout": {
      path: "site/pages/404.vto",
      from: "layout: layouts/base.vto",
      to: "layout: null",
      says: "The page 404.html came out without its layout",
    },
    "something loaded from another origin": {
      path: LAYOUT,
      from: "</head>",
      to: '<script src="https://cdn.example/x.js"></script></head>',
      says:
        "1-breakfast/index.html: It loads https://cdn.example/x.js from another origin",
    },
    "a page without a description": {
      path: LAYOUT,
      from: 'content="{{ here.description }}"',
      to: 'content=""',
      says: "1-breakfast/index.html: The page has no description",
    },
    "a page without a title": {
      path: LAYOUT,
      from: "<title>{{ here.title }}</title>",
      to: "<title></title>",
      says: "1-breakfast/index.html: The page has no title",
    },
  };
  for (
    const [name, { path = CHAPTER, from, to, says }] of Object.entries(faults)
  ) {
    await t.step(`${name} fails the build`, async () => {
      const before = (await book.read(path)).split(from)[0]!;
      await using _changed = await book.change(path, from, to);
      const report = await builder.build();
      assert(!report.ok, "The build went well");
      assertStringIncludes(
        report.error,
        says.replace("LINE", String(before.split("\n").length)),
      );
      assertEquals(await book.read("_site/1-breakfast/index.html"), good);
    });
  }

  await t.step("a chapter that the builder drops fails the build", async () => {
    await book.write(".eleventyignore", CHAPTER);
    const report = await builder.build();
    await book.remove(".eleventyignore");
    assert(!report.ok, "The build went well");
    assertStringIncludes(
      report.error,
      `${CHAPTER}: The page was dropped: 1-breakfast/index.html is not in the output`,
    );
    assertEquals(await book.read("_site/1-breakfast/index.html"), good);
  });

  await t.step("the mended book builds to what it was", async () => {
    const report = await builder.build();
    assert(report.ok, JSON.stringify(report));
    assertEquals(report.changed, []);
  });

  await t.step(
    "a chapter that is taken out is gone from the site",
    async () => {
      await book.remove("chapters/2-lunch");
      await book.change(CHAPTER, "../2-lunch/index.md#menu", "main.ts");
      const report = await builder.build();
      assert(report.ok, JSON.stringify(report));
      assert(report.changed.includes("2-lunch/index.html"));
    },
  );
});
