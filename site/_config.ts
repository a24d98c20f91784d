/**
 * The book as a Lume site: `deno task site` where Lume can be fetched, or
 * Lume's own command with `--config=site/_config.ts`.
 *
 * Everything that decides how a page looks is shared with the other builder
 * (eleventy.config.ts): the markdown, the layouts' data, what happens after the
 * build. This file only plugs it in.
 *
 * Lume goes on and exits with 0 when a layout is missing or a page fails to
 * render; `afterBuild` is where such a build is made to fail.
 */

import lume from "lume/mod.ts";
import text from "lume/core/loaders/text.ts";
import { pageAddress, projectPath } from "./addresses.ts";
import { finish } from "./after/finish.ts";
import { siteAddress } from "./book.ts";
import { renderMarkdown } from "./markdown/markdown.ts";
import { layoutData } from "./page_data.ts";
import { noteFailure } from "./after/failures.ts";
import { mayHoldPages } from "./sources.ts";

const site = lume(
  {
    src: ".",
    dest: Deno.env.get("LOOPBOOK_OUTPUT") || "_site",
    includes: "site/_includes",
    location: siteAddress(),
  },
  { vento: { options: { autoescape: true } } },
);

site.ignore((path) => !mayHoldPages(projectPath(path)));

// The pinned markdown-it in place of Lume's own.
site.loadPages([".md"], {
  loader: text,
  engine: {
    deleteCache() {},
    addHelper() {},
    render: (content, _data, path = "") =>
      noteFailure(
        path,
        () => renderMarkdown(String(content), projectPath(path)),
      ),
  },
});

site.data("layout", "layouts/chapter.vto");
site.data("url", (page: Lume.Page) => pageAddress(page.sourcePath) ?? false);
site.preprocess([".md", ".vto"], (pages) => {
  for (const page of pages) {
    const { title, description } = page.data;
    const data = layoutData(page.sourcePath, { title, description });
    Object.assign(page.data, data);
  }
});

site.addEventListener("afterBuild", () => finish(site.dest()));
site.addEventListener("afterUpdate", () => finish(site.dest()));

export default site;
