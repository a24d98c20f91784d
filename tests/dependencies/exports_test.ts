import { assertEquals, assertGreater } from "@std/assert";
import * as assert from "@std/assert";
import * as async from "@std/async";
import * as mock from "@std/testing/mock";
import * as time from "@std/testing/time";
import config from "../../deno.json" with { type: "json" };
import importMap from "../../tools/npm/import_map.json" with { type: "json" };

/** What `exports.json` keeps of each real module. */
interface RealModule {
  /** The version of the package. */
  readonly version: string;
  /** Every name it exports. */
  readonly names: readonly string[];
}

// Renewed by whoever pins another version, from the real packages.
import recorded from "./exports.json" with { type: "json" };
const real: Record<string, RealModule> = recorded;

const modules: Record<string, object> = {
  "@std/assert": assert,
  "@std/async": async,
  "@std/testing/mock": mock,
  "@std/testing/time": time,
};

// Whichever source this run has: the real packages or the adapters.
const adapters = new URL("../../tools/npm/", import.meta.url).href;

for (const [specifier, module] of Object.entries(modules)) {
  const isAdapter = import.meta.resolve(specifier).startsWith(adapters);
  const names = Object.keys(module).sort();

  // An adapter may have fewer names than the real package, never another one.
  Deno.test(`${specifier} exports names of the real package only`, () => {
    const onRecord = real[specifier]?.names ?? [];
    assertEquals(
      names,
      isAdapter ? onRecord.filter((name) => names.includes(name)) : onRecord,
    );
  });

  Deno.test(`the names of ${specifier} are on record for the version pinned`, () => {
    const name = specifier.split("/").slice(0, 2).join("/");
    const imports: Record<string, string> = config.imports;
    assertEquals(imports[name], `jsr:${name}@${real[specifier]?.version}`);
  });
}

Deno.test("every name that an adapter exports has its test in this folder", async () => {
  const tests = await readTests();
  for (const path of Object.values(importMap.imports)) {
    if (!path.includes("/std/")) continue;
    const names = Object.keys(await import(new URL(path, adapters).href));
    assertGreater(names.length, 0);
    assertEquals(
      names.filter((name) => !new RegExp(`\\b${name}[(,<]`).test(tests)),
      [],
    );
  }
});

// The contract's text, without its imports.
async function readTests(): Promise<string> {
  const folder = new URL("./", import.meta.url);
  let text = "";
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith("_test.ts") && name !== "exports_test.ts") {
      text += await Deno.readTextFile(new URL(name, folder));
    }
  }
  return text.replaceAll(/^import [^;]*;$/gm, "");
}
