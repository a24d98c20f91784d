/**
 * The book as an Eleventy site, for networks that reach npm alone: Lume has no
 * npm form.
 *
 * Everything that decides how a page looks is shared with the other builder
 * (_config.ts): the markdown, the layouts' data, what happens after the build.
 * This file only plugs it in. `site/manifest.json`, made from a Lume build,
 * says what each page must come out as.
 */

import { VentoPlugin } from "npm:eleventy-plugin-vento@5.4.3";
import { outputFile, pageAddress, projectPath } from "./addresses.ts";
import { noteFailure } from "./after/failures.ts";
import { finish } from "./after/finish.ts";
import { renderMarkdown } from "./markdown/markdown.ts";
import { type LayoutData, layoutData } from "./page_data.ts";
import { mayHoldPages, withoutPages } from "./sources.ts";

/** What Eleventy knows of a page while it gathers the page's data. */
interface PageData {
  readonly page: { readonly inputPath: string };
  readonly title?: unknown;
  readonly description?: unknown;
}

/** As much of Eleventy's configuration as is used here; it ships no types. */
interface EleventyConfig {
  addPlugin(plugin: unknown, options: unknown): void;
  addGlobalData(name: string, value: unknown): void;
  addPreprocessor(
    name: string,
    extensions: string,
    preprocess: (data: PageData) => false | undefined,
  ): void;
  setUseTemplateCache(use: boolean): void;
  setLibrary(extension: string, library: unknown): void;
  on(
    event: string,
    listener: (event: { directories: { output: string } }) => unknown,
  ): void;
  readonly ignores: Set<string>;
}

/**
 * Configures Eleventy for the book.
 *
 * @param config what Eleventy hands to its configuration
 * @returns the folders and formats
 */
export default function configure(config: EleventyConfig): unknown {
  for (const name of withoutPages()) {
    config.ignores.add(name);
    config.ignores.add(`${name}/**`);
  }
  // A template read once would stay as it was for every later build.
  config.setUseTemplateCache(false);
  config.addPreprocessor(
    "pages only",
    "*",
    (data) =>
      mayHoldPages(projectPath(data.page.inputPath)) ? undefined : false,
  );

  // The pinned markdown-it in place of Eleventy's own.
  config.setLibrary("md", {
    render: (text: string, { page: { inputPath } }: PageData) =>
      noteFailure(
        inputPath,
        () => renderMarkdown(text, projectPath(inputPath)),
      ),
  });
  config.addPlugin(VentoPlugin, {
    autotrim: ["@vento"],
    ventoOptions: { includes: "site/_includes", autoescape: true },
  });

  config.addGlobalData("layout", "layouts/chapter.vto");
  config.addGlobalData("permalink", () => ({ page }: PageData) => {
    const address = pageAddress(page.inputPath);
    return address === undefined ? false : `/${outputFile(address)}`;
  });
  const computed = (name: keyof LayoutData) => (data: PageData) =>
    layoutData(data.page.inputPath, data)?.[name];
  config.addGlobalData("eleventyComputed", {
    book: computed("book"),
    here: computed("here"),
  });

  config.on(
    "eleventy.after",
    ({ directories }) => finish(directories.output),
  );

  return {
    dir: { input: ".", includes: "site/_includes", data: "site/_data" },
    templateFormats: ["md", "vto"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
