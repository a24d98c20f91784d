/**
 * The examples of the page "Where we stand with CPython", ours here and
 * Python's in CPython: each prints what the page says behind its arrows.
 */

import { assert, assertEquals } from "@std/assert";
import * as examples from "../../site/pages/cpython/examples.ts";
import { found, promised, regions, shown } from "./arrows.ts";
import { startPython } from "./plain_python.ts";
import { printed } from "./printed.ts";

const FOLDER = new URL("../../site/pages/cpython/", import.meta.url);
const ours = await Deno.readTextFile(new URL("examples.ts", FOLDER));
const pythons = await Deno.readTextFile(new URL("examples.py", FOLDER));
const page = await Deno.readTextFile(new URL("index.md", FOLDER));

const OURS = promised(ours, "typescript");
const PYTHONS = promised(pythons, "python");

for (const [name, text] of OURS) {
  const example = examples[name as keyof typeof examples] as () => unknown;
  Deno.test(`here, ${name} prints what the page says`, async () => {
    assertEquals(await printed(example), text);
  });
}

for (const [name, text] of PYTHONS) {
  if (text === "") continue; // a part of another one
  Deno.test(`in CPython, ${name} prints what the page says`, async () => {
    const python = await startPython();
    python.run(pythons);
    assertEquals(python.output(name).join(" "), text);
  });
}

Deno.test("the page shows every example, and each once", () => {
  assertEquals(shown(page, "examples.ts"), regions(ours));
  assertEquals(shown(page, "examples.py"), regions(pythons));
});

Deno.test("the rules are numbered from 1 to 28, and no other is cited", async () => {
  const rules = found(page, /^(\d+)\. /gm).map(Number).sort((a, b) => a - b);
  assertEquals(rules, Array.from({ length: 28 }, (_, index) => index + 1));
  for await (const path of sources(new URL("../../src/", import.meta.url))) {
    const text = await Deno.readTextFile(path);
    for (const [, number] of text.matchAll(/\brule (\d+)\b/gi)) {
      assert(rules.includes(Number(number)), `${path.pathname}: ${number}`);
    }
  }
});

async function* sources(folder: URL): AsyncGenerator<URL> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* sources(new URL(`${name}/`, folder));
    else if (name.endsWith(".ts")) yield new URL(name, folder);
  }
}
