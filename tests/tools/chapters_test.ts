import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { chapterNamed, findChapters } from "../../tools/chapters.ts";
import { UsageError } from "../../tools/usage_error.ts";
import { makeBook, page } from "../weave/book.ts";

const PROGRAM = "export function* main() {}\n";

const BOOK = {
  "chapters/10-appendix/index.md": page(""),
  "chapters/2.10-later/index.md": page(""),
  "chapters/2.2-event-loop/index.md":
    '---\ntitle: "Event loop: who runs next"\n---\n',
  "chapters/2.2-event-loop/main.ts": PROGRAM,
  "chapters/2.2-event-loop/stage10.ts": PROGRAM,
  "chapters/2.2-event-loop/stage2.ts": "export async function main() {}\n",
  "chapters/2.2-event-loop/main_test.ts": PROGRAM,
  "chapters/2.2-event-loop/helper.ts": "export const domain = 1;\n",
  "chapters/2.2-event-loop/main.py": "",
  "chapters/2.1-task/index.md": page(""),
  "chapters/2.3-coroutine/index.md": page(""),
  "chapters/3-core-algorithm/index.md": page(""),
  "chapters/4-code-example/index.md": page(""),
  "chapters/5-empty/main.ts": PROGRAM,
  "chapters/drafts/index.md": page(""),
  "chapters/terms.md": "# Terms\n",
};

Deno.test("chapters come in the order of their numbers, with title and programs", async () => {
  await using book = await makeBook(BOOK);
  const chapters = await findChapters(book.root);
  assertEquals(chapters.map(({ folder }) => folder), [
    "2.1-task",
    "2.2-event-loop",
    "2.3-coroutine",
    "2.10-later",
    "3-core-algorithm",
    "4-code-example",
    "10-appendix",
  ]);
  assertEquals(chapters[1], {
    section: "2.2",
    slug: "event-loop",
    folder: "2.2-event-loop",
    path: `${book.root}/chapters/2.2-event-loop`,
    title: "Event loop: who runs next",
    modules: ["main", "stage2", "stage10"],
  });
});

/** Names and the chapter they find. */
const FOUND: Readonly<Record<string, string>> = {
  "2.2": "2.2-event-loop",
  "event-loop": "2.2-event-loop",
  "2.2-event-loop": "2.2-event-loop",
  "chapters/2.2-event-loop/": "2.2-event-loop",
  "./chapters/2.2-event-loop/index.md": "2.2-event-loop",
  "Event-Loop": "2.2-event-loop",
  "event": "2.2-event-loop",
  "4": "4-code-example",
};

/** Names that find none, and what is said of them. */
const NOT_FOUND: Readonly<Record<string, string>> = {
  "evnt-lop": 'There is no chapter "evnt-lop"; did you mean "event-loop"?',
  "2.2-event-lop": 'did you mean "2.2-event-loop"?',
  "co":
    '"co" names no chapter by itself; choose one of\n  2.3  coroutine       A chapter\n  3    core-algorithm  A chapter\n  4    code-example    A chapter',
  "2": '"2" names no chapter by itself; choose one of\n  2.1   task ',
  "2.9":
    'There is no chapter "2.9"; there are\n  2.1   task            A chapter\n',
  "quantum-computing": 'There is no chapter "quantum-computing"; there are\n',
};

Deno.test("a chapter is found by number, name, folder, path or beginning", async () => {
  await using book = await makeBook(BOOK);
  const chapters = await findChapters(book.root);
  for (const [name, folder] of Object.entries(FOUND)) {
    assertEquals(chapterNamed(chapters, name).folder, folder, name);
  }
});

Deno.test("a name that fits no chapter, or several, is told what is near", async () => {
  await using book = await makeBook(BOOK);
  const chapters = await findChapters(book.root);
  for (const [name, message] of Object.entries(NOT_FOUND)) {
    assertThrows(() => chapterNamed(chapters, name), UsageError, message);
  }
});

/** Front matters that won't do, and what is said of them. */
const FRONT_MATTERS: Readonly<Record<string, string>> = {
  "# No front matter\n": "chapters/1-one/index.md:1: the page has no front",
  "---\nsection: 1\n---\n":
    "chapters/1-one/index.md:1: the front matter has no title",
  "---\ntitle: 'open\n---\n":
    "chapters/1-one/index.md:1: the front matter is not YAML",
};

for (const [text, message] of Object.entries(FRONT_MATTERS)) {
  Deno.test(`${message} (from ${JSON.stringify(text)})`, async () => {
    await using book = await makeBook({ "chapters/1-one/index.md": text });
    await assertRejects(() => findChapters(book.root), UsageError, message);
  });
}
