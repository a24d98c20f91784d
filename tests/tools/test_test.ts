import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { Stage } from "../../tools/steps.ts";
import { runTests } from "../../tools/test.ts";
import { type Part, testFiles } from "../../tools/test_parts.ts";
import { select, type Selection } from "../../tools/test_selection.ts";
import { UsageError } from "../../tools/usage_error.ts";
import { makeBook, PROJECT } from "../weave/book.ts";

const FILES = [
  "chapters/2.1-task/gather_test.ts",
  "chapters/2.1-task/main_test.ts",
  "tests/tasks/gather_test.ts",
  "tests/tools/run_test.ts",
];

/** A selection as plain data: the parts and their files. */
function chosen({ types, docs, shares }: Selection) {
  return {
    types,
    docs,
    files: Object.fromEntries([...shares].map(([{ name }, files]) => [
      name,
      files,
    ])),
  };
}

Deno.test("without a word, everything is tested", () => {
  assertEquals(chosen(select(FILES, [])), {
    types: true,
    docs: true,
    files: {
      chapters: FILES.slice(0, 2),
      library: FILES.slice(2, 3),
      tools: FILES.slice(3),
    },
  });
});

Deno.test("a part's name chooses its files, another word the files it is in", () => {
  assertEquals(chosen(select(FILES, ["tools", "gather", "types"])), {
    types: true,
    docs: false,
    files: {
      tools: ["tests/tools/run_test.ts"],
      chapters: ["chapters/2.1-task/gather_test.ts"],
      library: ["tests/tasks/gather_test.ts"],
    },
  });
});

Deno.test("a filter leaves out what has no test names", () => {
  const { types, docs, filter } = select(FILES, [], "gather");
  assertEquals([types, docs, filter], [false, false, "gather"]);
});

Deno.test("a word that names nothing is told what is near", () => {
  assertThrows(
    () => select(FILES, ["gathr"]),
    UsageError,
    'No part and no test file is called "gathr"; did you mean "gather"?',
  );
  assertThrows(
    () => select(FILES, ["quantum-physics"]),
    UsageError,
    "; parts are types, docs, library,",
  );
});

Deno.test("a test file that belongs to no part is an error", () => {
  assertThrows(
    () => select([...FILES, "tests/stray/a_test.ts"], []),
    UsageError,
    "tests/stray/a_test.ts would never run; give it a part",
  );
});

Deno.test("every test file of this project belongs to a part", async () => {
  const files = await testFiles(PROJECT);
  const { shares } = select(files, []);
  assertEquals([...shares.values()].flat().sort(), files);
});

const PART: Part = { name: "part", about: "", paths: [], flags: [] };

/** Runs test files of a book as one part. */
async function runPart(files: Record<string, string>, filter?: string) {
  await using book = await makeBook(files);
  const lines: string[] = [];
  const stage: Stage = {
    say: (line) => void lines.push(line),
    running() {},
    now: () => 0,
  };
  const { summary } = await runTests(book.root, {
    types: false,
    docs: false,
    shares: new Map([[PART, Object.keys(files)]]),
    ...(filter === undefined ? {} : { filter }),
  }, stage);
  return { summary, text: lines.join("\n") };
}

const GOOD = 'Deno.test("all is well", () => {});\n';

Deno.test("the sum counts passed, failed and skipped tests", async () => {
  const { summary, text } = await runPart({
    "a_test.ts": GOOD,
    "b_test.ts":
      `${GOOD}Deno.test("all is lost", () => { throw new Error("why"); });\nDeno.test.ignore("later", () => {});\n`,
  });
  assertEquals(summary, "2 passed, 1 failed, 1 skipped");
  assertStringIncludes(text, "FAILED  part    0.0 s  2 passed, 1 failed, 1 sk");
  assertStringIncludes(text, "Error: why");
  assertStringIncludes(text, "skipped: later");
  assertEquals(text.includes("all is well"), false);
});

Deno.test("a filter counts only what it asks for", async () => {
  const { summary } = await runPart({
    "b_test.ts": 'Deno.test("nothing to see", () => {});\n',
    "a_test.ts":
      `${GOOD}Deno.test.ignore("all later", () => {});\nDeno.test("no", () => { throw 1; });\n`,
  }, "all");
  assertEquals(summary, "1 passed, 0 failed, 1 skipped");
});

/** Files that make a part fail though none of their tests does. */
const TROUBLE: Readonly<Record<string, readonly [string, string]>> = {
  "a module that throws": ['throw new Error("no way in");\n', "no way in"],
  "a module that does not parse": ["Deno.test(\n", "a_test.ts"],
  "a file without tests": ["export {};\n", "no test of a_test.ts has run"],
};

for (const [trouble, [text, says]] of Object.entries(TROUBLE)) {
  Deno.test(`${trouble} counts as a failure`, async () => {
    const ended = await runPart({ "a_test.ts": text });
    assertEquals(ended.summary, "0 passed, 1 failed");
    assertStringIncludes(ended.text, says);
  });
}

Deno.test("an error after the last test counts as a failure", async () => {
  const { summary, text } = await runPart({
    "a_test.ts":
      `${GOOD}addEventListener("unload", () => { throw new Error("at last"); });\n`,
  });
  assertEquals(summary, "1 passed, 1 failed");
  assertStringIncludes(text, "at last");
});
