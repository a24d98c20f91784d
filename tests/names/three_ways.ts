/**
 * The page "The same thing, three ways": each row prints what it says, in
 * CPython, in Deno and here, and all three the same.
 */

import { assert, assertEquals } from "@std/assert";
import * as ours from "../../site/pages/three-ways/in_loopbook.ts";
import * as native from "../../site/pages/three-ways/in_deno.ts";
import { promised, regions, shown } from "./arrows.ts";
import { startPython } from "./plain_python.ts";
import { printed, printedVirtually } from "./printed.ts";

const FOLDER = new URL("../../site/pages/three-ways/", import.meta.url);
const read = (name: string) => Deno.readTextFile(new URL(name, FOLDER));
const page = await read("index.md");
const pythons = await read("in_asyncio.py");
const OURS = promised(await read("in_loopbook.ts"), "typescript");
const NATIVE = promised(await read("in_deno.ts"), "typescript");
const PYTHONS = promised(pythons, "python");

/** `theFirstOfThem` to `the_first_of_them`, as Python has it. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Python writes its constants with capitals. */
function asPython(text: string): string {
  return text.replace(/\btrue\b/g, "True").replace(/\bfalse\b/g, "False");
}

for (const [name, text] of OURS) {
  const row = name as keyof typeof ours & keyof typeof native;
  Deno.test(`three ways to ${snakeCase(name).replaceAll("_", " ")} print the same`, async () => {
    const python = await startPython();
    python.run(pythons);
    assert(text !== "", "a row without an arrow decides nothing");
    assertEquals(await printed(ours[row]), text, "loopbook");
    assertEquals(NATIVE.get(name), text, "in_deno.ts promises");
    assertEquals(await printedVirtually(native[row]), text, "Deno");
    const theirs = asPython(text);
    assertEquals(
      PYTHONS.get(snakeCase(name)),
      theirs,
      "in_asyncio.py promises",
    );
    assertEquals(python.output(snakeCase(name)).join(" "), theirs, "CPython");
  });
}

Deno.test("every row stands on the page in all three ways, and in its table", async () => {
  const rows = regions(await read("in_loopbook.ts"));
  assertEquals(rows.length, OURS.size);
  for (const file of ["in_asyncio.py", "in_deno.ts", "in_loopbook.ts"]) {
    assertEquals(regions(await read(file)), rows, file);
    assertEquals(shown(page, file), rows, `${file} on the page`);
  }
  for (const row of rows) {
    assert(page.includes(`](#${row}) |`), `the table lacks ${row}`);
  }
});
