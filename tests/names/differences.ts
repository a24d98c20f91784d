/**
 * The examples of the page "Where we stand with CPython", ours here and
 * Python's in CPython: each prints what the page says behind its arrows.
 */

import { assert, assertEquals } from "@std/assert";
import { stub } from "@std/testing/mock";
import { type Coroutine, run } from "../../mod.ts";
import * as examples from "../../site/pages/cpython/examples.ts";
import { startPython } from "./plain_python.ts";

const FOLDER = new URL("../../site/pages/cpython/", import.meta.url);
const ours = await Deno.readTextFile(new URL("examples.ts", FOLDER));
const pythons = await Deno.readTextFile(new URL("examples.py", FOLDER));
const page = await Deno.readTextFile(new URL("index.md", FOLDER));

/** What a function says it prints: the words behind its arrows. */
function promised(source: string, declaration: RegExp): Map<string, string> {
  const [, ...parts] = source.split(declaration);
  const promises = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) {
    const arrows = parts[i + 1]!.matchAll(/(?:\/\/|#) → (.*)$/gm);
    promises.set(parts[i]!, Array.from(arrows, ([, text]) => text).join(" "));
  }
  return promises;
}

/** The names of the regions in a file, or of those a page shows of it. */
function names(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, name]) => name!).sort();
}

const OURS = promised(ours, /^export (?:async )?function\*? (\w+)/m);
const PYTHONS = promised(pythons, /^(?:async )?def (\w+)/m);

for (const [name, text] of OURS) {
  const example = examples[name as keyof typeof examples] as () => unknown;
  Deno.test(`here, ${name} prints what the page says`, async () => {
    const printed: string[] = [];
    using _ = stub(console, "log", (...values: unknown[]) => {
      printed.push(values.map(String).join(" "));
    });
    if (example.constructor.name === "GeneratorFunction") {
      await run(example as () => Coroutine<unknown>, { clock: "virtual" });
    } else await example();
    assertEquals(printed.join(" "), text);
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
  assertEquals(
    names(page, /^```ts file=examples\.ts#([\w-]+)$/gm),
    names(ours, /\/\/ #region ([\w-]+)$/gm),
  );
  assertEquals(
    names(page, /^```python file=examples\.py#([\w-]+)$/gm),
    names(pythons, /# region ([\w-]+)$/gm),
  );
});

Deno.test("the rules are numbered from 1 to 28, and no other is cited", async () => {
  const rules = names(page, /^(\d+)\. /gm).map(Number).sort((a, b) => a - b);
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
