import { assertEquals, assertStringIncludes } from "@std/assert";
import { checks } from "../../tools/check.ts";
import { makeBook, page } from "../weave/book.ts";

Deno.test("the check of the book fails while a block is out of date", async () => {
  await using book = await makeBook({
    "chapters/1-one/index.md": page("\n```ts file=main.ts\n```\n"),
    "chapters/1-one/main.ts": "let one = 1;\n",
  });
  const weave = checks(book.root, "npm").find(({ name }) => name === "weave")!;
  const { ok, output } = await weave.run();
  assertEquals(ok, false);
  assertStringIncludes(output!, "chapters/1-one/index.md:5: ts file=main.ts");

  await book.write(
    "chapters/1-one/index.md",
    page("\n```ts file=main.ts\nlet one = 1;\n```\n"),
  );
  assertEquals(await weave.run(), { ok: true, summary: "1 block, all fresh" });
});

Deno.test("a test file that belongs to no part fails the check of parts", async () => {
  await using book = await makeBook({
    "chapters/1-one/main_test.ts": "",
    "tests/somewhere/new_test.ts": "",
  });
  const parts = checks(book.root, "npm").find(({ name }) => name === "parts")!;
  assertEquals(await parts.run(), {
    ok: false,
    summary: "give it a part in tools/test_parts.ts",
    output: "tests/somewhere/new_test.ts would never run",
  });
});

Deno.test("a check that deno does fails with everything deno said", async () => {
  await using book = await makeBook({
    "mod.ts": "export const a = b;\n",
    "src/lint/lint.ts": "/** Nothing. */\nexport const nothing = 0;\n",
    "src/testing/conformance/conformance.ts":
      "/** Nothing. */\nexport const nothing = 0;\n",
  });
  const docs = checks(book.root, "npm").find(({ name }) => name === "docs")!;
  const { ok, output } = await docs.run();
  assertEquals(ok, false);
  assertStringIncludes(output!, "mod.ts");
});
