import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { writeAll } from "../../tools/weave/files.ts";
import { makeBook } from "./book.ts";

Deno.test("changes are written, added and removed together", async () => {
  await using book = await makeBook({ "a.md": "old a", "b.md": "old b" });
  await writeAll(book.root, [
    { path: join(book.root, "a.md"), text: "new a" },
    { path: join(book.root, "b.md"), text: null },
    { path: join(book.root, "deep/er/c.md"), text: "new c" },
  ]);
  assertEquals(await book.everything(), {
    "a.md": "new a",
    "deep/er/c.md": "new c",
  });
});

const IMPOSSIBLE = {
  "a change that can't be prepared": {
    path: "a.md/below-a-file.md",
    text: "no folder",
  },
  "a change that fails after others were made": {
    path: "missing.md",
    text: null,
  },
};

for (const [what, { path, text }] of Object.entries(IMPOSSIBLE)) {
  Deno.test(`${what} takes all others back`, async () => {
    await using book = await makeBook({ "a.md": "old a", "b.md": "old b" });
    const before = await book.everything();
    await assertRejects(() =>
      writeAll(book.root, [
        { path: join(book.root, "a.md"), text: "new a" },
        { path: join(book.root, "b.md"), text: null },
        { path: join(book.root, "new.md"), text: "new" },
        { path: join(book.root, path), text },
      ])
    );
    assertEquals(await book.everything(), before);
  });
}
