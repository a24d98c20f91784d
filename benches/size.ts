/**
 * What a page has to load: bundled, minified, gzipped.
 *
 * @module
 */

import { gzipSync } from "node:zlib";
import type { Bench, Contestant } from "./harness.ts";

const KIB = 1024;
const ROOT = `${import.meta.dirname}/..`;

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
      ours: bundleOf(() => 'export { run, sleep } from "./mod.ts";'),
      peers: [],
    },
    {
      name: "import * (without the kit)",
      size: 1,
      unit: "bytes",
      limit: 30 * KIB,
      rounds: 1,
      ours: bundleOf(modWithoutKit),
      peers: [],
    },
  ],
};

/** The library's entry less what comes from the test kit. */
function modWithoutKit(): string {
  return Deno.readTextFileSync(`${ROOT}/mod.ts`).replaceAll(
    /export (type )?\{[^}]*\} from "\.\/src\/testing\/[^"]*";/g,
    "",
  );
}

function bundleOf(entry: () => string): Contestant {
  return {
    name: "loopbook",
    async prepare() {
      const { build, stop } = await import("npm:esbuild@0.28.2");
      return async () => {
        const { outputFiles } = await build({
          stdin: {
            contents: entry(),
            loader: "ts",
            resolveDir: ROOT,
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
