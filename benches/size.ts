/**
 * What a page has to load: bundled, minified, gzipped.
 *
 * @module
 */

import { gzipSync } from "node:zlib";
import type { Bench, Contestant } from "./harness.ts";

const KIB = 1024;

export const size: Bench = {
  name: "size",
  about: "bytes to load: bundled, minified, gzipped",
  flags: ["--allow-run"], // esbuild is a program
  cases: [
    {
      name: "import { run, sleep }",
      size: 1,
      unit: "bytes",
      limit: 7 * KIB,
      rounds: 1,
      ours: bundleOf("export { run, sleep } from"),
      peers: [],
    },
    {
      name: "import * (without the kit)",
      size: 1,
      unit: "bytes",
      limit: 30 * KIB,
      rounds: 1,
      ours: bundleOf("export * from"),
      peers: [],
    },
  ],
};

function bundleOf(statement: string): Contestant {
  return {
    name: "loopbook",
    async prepare() {
      const { build, stop } = await import("npm:esbuild@0.28.2");
      return async () => {
        const { outputFiles } = await build({
          stdin: {
            contents: `${statement} "./mod.ts";`,
            resolveDir: `${import.meta.dirname}/..`,
          },
          bundle: true,
          format: "esm",
          minify: true,
          write: false,
        });
        await stop();
        return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
      };
    },
  };
}
