import { assert, assertArrayIncludes, assertEquals } from "@std/assert";
import config from "../../deno.json" with { type: "json" };
import importMap from "../../tools/npm/import_map.json" with { type: "json" };
import { findRoots } from "../../tools/npm/renew_lock.ts";

Deno.test("the npm source has every declared name, save Lume's", () => {
  const mapped = Object.keys(importMap.imports);
  const missing = Object.keys(config.imports).filter((name) =>
    !mapped.some((each) => each === name || each.startsWith(`${name}/`))
  );
  assertEquals(missing, ["lume/"]);
});

Deno.test("the lock is made over the modules of every folder", async () => {
  const roots = await findRoots();
  assertArrayIncludes(roots, [
    "./mod.ts",
    "./tests/dependencies/npm_source_test.ts",
    "./tools/npm/std/assert.ts",
  ]);
  assert(!roots.some((path) => /\/(fixtures|node_modules|_site)\//.test(path)));
});

Deno.test("modules that import Lume are no part of the npm source", async () => {
  for (const path of await findRoots()) {
    const code = await Deno.readTextFile(
      new URL(`../../${path}`, import.meta.url),
    );
    assert(!/^import .* from "lume\//m.test(code), path);
  }
});
