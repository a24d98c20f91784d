import { assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { PACKAGE, packLibrary } from "../../tools/package.ts";
import { makeBook, PROJECT } from "../weave/book.ts";

/** The files of an archive, as one text: each behind a header with its name. */
async function unzipped(path: string): Promise<string> {
  using file = await Deno.open(path);
  const text = file.readable.pipeThrough(new DecompressionStream("gzip"));
  return await new Response(text).text();
}

Deno.test("the package has declarations for each of its doors", async () => {
  await using book = await makeBook({});
  await packLibrary(PROJECT, book.root);
  const archive = await unzipped(join(book.root, PACKAGE));
  for (const door of ["mod", "src/lint/lint"]) {
    assertStringIncludes(archive, `package/${door}.js`);
    assertStringIncludes(archive, `package/${door}.d.ts`);
  }
  assertStringIncludes(archive, "export declare function run<T>(main: Main<T>");
});
