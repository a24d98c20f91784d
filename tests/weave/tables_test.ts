import { assertEquals, assertStringIncludes } from "@std/assert";
import { weaveCommand } from "../../tools/weave.ts";
import { makeBook, page } from "./book.ts";

const NAMES = JSON.stringify({
  tasks: [
    { asyncio: ["sleep"], here: ["sleep"], remarks: "milliseconds" },
    { asyncio: ["gather", "wait"], here: "a | b", remarks: "two\nlines" },
    { asyncio: ["to_thread"], remarks: "" },
  ],
  empty: [],
  wrong: [{ asyncio: 3 }],
});

const TABLE = `\
<!-- table file=names.json#tasks -->

| asyncio | here | remarks |
| --- | --- | --- |
| \`sleep\` | \`sleep\` | milliseconds |
| \`gather\`, \`wait\` | a \\| b | two lines |
| \`to_thread\` |  |  |

<!-- /table -->`;

Deno.test("a table gets its rows from a list of a JSON file", async () => {
  await using book = await makeBook({
    "site/pages/names/index.md": page(`
# Names

<!-- table file=names.json#tasks -->
<!-- /table -->

The end.
`),
    "site/pages/names/names.json": NAMES,
  });
  const { exitCode, text } = await weaveCommand(book.root, []);
  assertEquals(
    [exitCode, text],
    [
      0,
      "1 block; written anew:\n  site/pages/names/index.md:7: table file=names.json#tasks",
    ],
  );
  assertEquals(
    await book.read("site/pages/names/index.md"),
    page(`\n# Names\n\n${TABLE}\n\nThe end.\n`),
  );

  const again = await weaveCommand(book.root, ["names"]);
  assertEquals(again.text, "1 block, all fresh");
  await book.write(
    "site/pages/names/names.json",
    NAMES.replace("milliseconds", "ms"),
  );
  const stale = await weaveCommand(book.root, ["--check"]);
  assertEquals(stale.exitCode, 1);
  assertStringIncludes(
    stale.text,
    "-| `sleep` | `sleep` | milliseconds |\n    +| `sleep` | `sleep` | ms |",
  );
});

for (
  const [what, table, message] of [
    [
      "that is never closed",
      "<!-- table file=names.json#tasks -->",
      "This table is never closed; end it with <!-- /table -->",
    ],
    [
      "that another one begins in",
      "<!-- table file=names.json#tasks -->\n\n<!-- table file=names.json#tasks -->\n<!-- /table -->",
      "This table is never closed",
    ],
    [
      "without a file",
      "<!-- table -->\n<!-- /table -->",
      "",
    ],
    [
      "of a file that is no JSON",
      "<!-- table file=index.md#tasks -->\n<!-- /table -->",
      "A table shows a list of a JSON file; write <!-- table file=names.json#tasks -->",
    ],
    [
      "of a file with a mistake",
      "<!-- table file=broken.json#tasks -->\n<!-- /table -->",
      "broken.json is no JSON",
    ],
    [
      "of a list that is not there",
      "<!-- table file=names.json#locks -->\n<!-- /table -->",
      'names.json has no list "locks"; it has tasks, empty, wrong',
    ],
    [
      "of an empty list",
      "<!-- table file=names.json#empty -->\n<!-- /table -->",
      'names.json has no list "empty"',
    ],
    [
      "with a cell that is a number",
      "<!-- table file=names.json#wrong -->\n<!-- /table -->",
      "A cell of names.json#wrong is 3; it must be text or a list of names",
    ],
  ] as const
) {
  Deno.test(`a table ${what} is ${message === "" ? "left alone" : "an error"}`, async () => {
    await using book = await makeBook({
      "chapters/1-names/index.md": page(`\n# Names\n\n${table}\n`),
      "chapters/1-names/names.json": NAMES,
      "chapters/1-names/broken.json": "{",
    });
    const { exitCode, text } = await weaveCommand(book.root, []);
    assertEquals(exitCode, message === "" ? 0 : 1, text);
    if (message !== "") {
      assertStringIncludes(text, `chapters/1-names/index.md:7: ${message}`);
    }
  });
}
