/** Eleventy and the rest of the builder come from packages that are pinned. */

import { assert } from "@std/assert";

const PROJECT = new URL("../../", import.meta.url).pathname;

Deno.test("the builder's lock has every package the builder asks for", async () => {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "cache",
      "--quiet",
      "--no-config",
      "--lock=site/deno.lock",
      "--frozen",
      "site/build.ts",
      "site/eleventy.config.ts",
    ],
    cwd: PROJECT,
  }).output();
  assert(success, new TextDecoder().decode(stderr));
});
