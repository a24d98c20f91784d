/** The chapters, read from their folders and their front matter. */

import { assertEquals, assertThrows } from "@std/assert";
import { readChapterFacts, splitFrontMatter } from "../../site/front_matter.ts";
import {
  compareSections,
  readOutline,
  readReference,
} from "../../site/outline.ts";
import { FixtureBook } from "./fixtures/fixture_book.ts";

const FACTS = `---
title: Task
section: "2.1"
description: What a task is
question: What is a task?
---

# Task
`;

Deno.test("a chapter says its title, section, description and question", () => {
  assertEquals(readChapterFacts(FACTS, "index.md"), {
    title: "Task",
    section: "2.1",
    description: "What a task is",
    question: "What is a task?",
  });
});

const WRONG: readonly (readonly [string, string, string, string])[] = [
  [
    "without front matter",
    FACTS,
    "# Task\n",
    "The page has no front matter",
  ],
  [
    "that lacks its question",
    "question: What is a task?\n",
    "",
    'The front matter lacks "question"; add a line "question: …"',
  ],
  [
    "with a key nobody reads",
    "title:",
    "order: 3\ntitle:",
    'Unknown key "order" in the front matter; the keys are title, section, description, question',
  ],
  [
    "whose section YAML takes for a number",
    '"2.1"',
    "2.1",
    '"section" in the front matter is 2.1, not text; put it in quotes',
  ],
  [
    "whose section is a word",
    '"2.1"',
    "two",
    '"section" is "two"; write a number such as "2.2"',
  ],
  [
    "whose front matter is not YAML",
    'section: "2.1"',
    'section: "2.1',
    "The front matter is not YAML",
  ],
];

for (const [name, from, to, message] of WRONG) {
  Deno.test(`a chapter ${name} is an error that says so`, () => {
    assertThrows(
      () => readChapterFacts(FACTS.replace(from, to), "index.md"),
      Error,
      message,
    );
  });
}

Deno.test("sections are in the order of a table of contents", () => {
  const sections = ["3", "2.10", "2", "2.2", "10", "2.2.1"];
  assertEquals(sections.sort(compareSections), [
    "2",
    "2.2",
    "2.2.1",
    "2.10",
    "3",
    "10",
  ]);
});

Deno.test("the text of a chapter begins on the line after its front matter", () => {
  const { body, linesBefore } = splitFrontMatter(FACTS);
  assertEquals(body, "\n# Task\n");
  assertEquals(linesBefore, 6);
});

Deno.test("the outline has every chapter that has a text, in order", async () => {
  await using book = await FixtureBook.lay();
  await book.write("chapters/3-dinner/main.ts", "// Not written yet");
  assertEquals(
    readOutline(book.root).map(({ section, title, address }) => [
      section,
      title,
      address,
    ]),
    [["1", "Breakfast", "/1-breakfast/"], ["2", "Lunch", "/2-lunch/"]],
  );
});

Deno.test("two chapters with one section are an error", async () => {
  await using book = await FixtureBook.lay();
  const text = await book.read("chapters/2-lunch/index.md");
  await book.write("chapters/2-tea/index.md", text);
  assertThrows(
    () => readOutline(book.root),
    Error,
    "Section 2 is also chapters/2-",
  );
});

Deno.test("a chapter in a folder of another section is an error", async () => {
  await using book = await FixtureBook.lay();
  const text = await book.read("chapters/2-lunch/index.md");
  await book.write("chapters/5-tea/index.md", text);
  assertThrows(
    () => readOutline(book.root),
    Error,
    'chapters/5-tea/index.md: The section is "2", the folder is 5-tea',
  );
});

Deno.test("a text that does not begin with its title is an error", async () => {
  await using book = await FixtureBook.lay();
  await book.change("chapters/2-lunch/index.md", "# Lunch", "# Supper");
  assertThrows(
    () => readOutline(book.root),
    Error,
    'chapters/2-lunch/index.md:8: The text begins with "# Supper"; its first line must be "# Lunch"',
  );
});

Deno.test("the reference has the pages beside the chapters, by title", async () => {
  await using book = await FixtureBook.lay();
  await book.write("site/pages/cellar/index.md", CELLAR);
  await book.write("site/pages/attic/main.ts", "// Not written yet");
  assertEquals(
    readReference(book.root).map(({ title, address, source }) => [
      title,
      address,
      source,
    ]),
    [
      ["A cellar", "/cellar/", "site/pages/cellar/index.md"],
      ["The kitchen", "/kitchen/", "site/pages/kitchen/index.md"],
    ],
  );
  await book.write(
    "site/pages/cellar/index.md",
    CELLAR.replace("question:", 'section: "3"\nquestion:'),
  );
  assertThrows(
    () => readReference(book.root),
    Error,
    'site/pages/cellar/index.md: Unknown key "section" in the front matter; the keys are title, description, question',
  );
});

const CELLAR = `---
title: A cellar
description: What lies in the cellar
question: Is there any wine?
---

# A cellar
`;
