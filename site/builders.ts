/**
 * The two builders behind one face. Which of them can run depends on what the
 * network gives: Lume comes from its own address, Eleventy from npm.
 *
 * @module
 */

import { relative } from "node:path";

/** Who builds: Lume from its declared source, or Eleventy from npm. */
export type BuilderName = "lume" | "eleventy";

/**
 * Builds every page, as often as it is called. Each call starts afresh: what
 * changed on disk since the last one is seen, and nothing of it is left over.
 */
export type Builder = () => Promise<void>;

/**
 * Loads a builder. The other one is not touched.
 *
 * @param name which
 * @param output the folder to build into, from the project's root
 * @returns the builder
 */
export function openBuilder(
  name: BuilderName,
  output: string,
): Promise<Builder> {
  return name === "lume" ? openLume(output) : openEleventy(output);
}

/** As much of Lume's site as is used here; its types need its own address. */
interface LumeSite {
  build(): Promise<void>;
}

function openLume(output: string): Promise<Builder> {
  Deno.env.set("LOOPBOOK_OUTPUT", output);
  Deno.env.set("LUME_LOGS", "WARN");
  Deno.env.set("LUME_NOCACHE", "true");
  let builds = 0;
  return Promise.resolve(async () => {
    // Lume's own update keeps the last page when the next one fails, so every
    // build has a site of its own. The address is put together at run time: an
    // import that Deno can see would be resolved even where Lume cannot be
    // reached.
    const config = `./_config.ts?build=${++builds}`;
    const { default: site }: { default: LumeSite } = await import(config);
    await site.build();
  });
}

async function openEleventy(output: string): Promise<Builder> {
  const { default: Eleventy } = await import("npm:@11ty/eleventy@3.1.8");
  // Relative to the project's root, as Eleventy wants it.
  const configPath = relative(
    Deno.cwd(),
    `${import.meta.dirname}/eleventy.config.ts`,
  );
  return async () => {
    const eleventy = new Eleventy(".", output, { quietMode: true, configPath });
    eleventy.disableLogger();
    await eleventy.write();
  };
}
