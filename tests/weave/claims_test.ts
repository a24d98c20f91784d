import { assertEquals, assertStringIncludes } from "@std/assert";
import { weaveCommand } from "../../tools/weave.ts";
import { makeBook, page } from "./book.ts";

const LEDGER = {
  claims: [
    {
      id: "2.1.a",
      statement: "A task is f(x) = {x}.",
      verdict: "wrong",
      chapter: "2.1-task",
      heading: "what",
      finding: "It is `yield*`.",
      decidedBy: [
        {
          test: { file: "chapters/2.1-task/main_test.ts", name: "yield* runs" },
        },
        {
          measurement: {
            file: "benches/results/task.json",
            program: "chapters/2.1-task/measured.ts",
            shows: "how long it takes",
          },
        },
        {
          source: {
            title: "PEP 492",
            url: "https://peps.python.org/pep-0492/",
            place: "Abstract",
          },
        },
      ],
    },
    {
      id: "2.1.b",
      statement: "It runs.",
      verdict: "holds-with-limits",
      chapter: "2.1-task",
      heading: "runs",
      finding: "Not for ever.",
      decidedBy: [
        { test: { file: "chapters/2.1-task/main_test.ts", name: "it runs" } },
      ],
    },
  ],
};

const FILES = {
  "chapters/claims.json": JSON.stringify(LEDGER),
  "chapters/2.1-task/index.md":
    "---\ntitle: Task\n---\n\n# Task\n\n## What is it? {#what}\n\n## Runs {#runs}\n",
};

const VERDICTS = `\
<!-- claims file=../../../chapters/claims.json#verdicts -->

- **holds** (0): it is true as it stands.
- **holds with limits** (1): it is true under conditions that it does not name.
- **imprecise** (0): there is truth in it, but taken at its word it misleads.
- **wrong** (1): it is not true.

<!-- /claims -->`;

const CLAIM = `\
<section class="claim" data-verdict="wrong">

#### 2.1.a A task is f(x) = \\{x\\}. {#claim-2-1-a}

**Wrong.** It is \`yield*\`.

- discussed under [What is it?](../../../chapters/2.1-task/index.md#what)
- decided by the test [yield\\* runs](../../../chapters/2.1-task/main_test.ts)
- decided by the measurement of [how long it takes](../../../benches/results/task.json)
- decided by the source [PEP 492](https://peps.python.org/pep-0492/), Abstract

</section>`;

const PAGE = "site/pages/claims/index.md";
const asked = (part: string) =>
  page(`
# Claims

<!-- claims file=../../../chapters/claims.json#${part} -->
<!-- /claims -->
`);

Deno.test("the verdicts are explained and counted", async () => {
  await using book = await makeBook({ ...FILES, [PAGE]: asked("verdicts") });
  assertEquals((await weaveCommand(book.root, [])).exitCode, 0);
  assertEquals(await book.read(PAGE), page(`\n# Claims\n\n${VERDICTS}\n`));
  assertEquals((await weaveCommand(book.root, [])).text, "1 block, all fresh");
});

Deno.test("a claim is written with its verdict, its heading and all that decides it", async () => {
  await using book = await makeBook({ ...FILES, [PAGE]: asked("list") });
  assertEquals((await weaveCommand(book.root, [])).exitCode, 0);
  const text = await book.read(PAGE);
  assertStringIncludes(text, "\n### 2.1 Task {#chapter-2-1}\n");
  assertStringIncludes(text, CLAIM);
  assertStringIncludes(text, 'value="all" checked> all (2)</label>');
  assertStringIncludes(text, 'value="wrong"> wrong (1)</label>');
});

Deno.test("a verdict that changes makes the page stale", async () => {
  await using book = await makeBook({ ...FILES, [PAGE]: asked("verdicts") });
  await weaveCommand(book.root, []);
  await book.write(
    "chapters/claims.json",
    JSON.stringify(LEDGER).replace('"wrong"', '"imprecise"'),
  );
  const { exitCode, text } = await weaveCommand(book.root, ["--check"]);
  assertEquals(exitCode, 1);
  assertStringIncludes(text, "-- **wrong** (1): it is not true.");
});

for (
  const [what, part, files, message] of [
    [
      "that asks for something else",
      "counts",
      {},
      "write <!-- claims file=claims.json#list --> or #verdicts",
    ],
    [
      "of a ledger that is no JSON",
      "list",
      { "chapters/claims.json": "{" },
      "../../../chapters/claims.json is no JSON",
    ],
    [
      "of a file without claims",
      "list",
      { "chapters/claims.json": "{}" },
      'has no list "claims"; see deno task claims --check',
    ],
    [
      "whose heading is gone",
      "list",
      { "chapters/2.1-task/index.md": page("\n# Task\n") },
      "The ledger names {#what}, which is not there",
    ],
    [
      "whose chapter is gone",
      "list",
      {
        "chapters/claims.json": JSON.stringify(LEDGER)
          .replaceAll('"2.1-task"', '"2.2-task"'),
      },
      "The ledger names chapters/2.2-task, which is not there",
    ],
  ] as const
) {
  Deno.test(`a list of claims ${what} is an error with file and line`, async () => {
    await using book = await makeBook({
      ...FILES,
      [PAGE]: asked(part),
      ...files,
    });
    const before = await book.everything();
    const { exitCode, text } = await weaveCommand(book.root, []);
    assertEquals(exitCode, 1);
    assertStringIncludes(text, `${PAGE}:7: `);
    assertStringIncludes(text, message);
    assertEquals(await book.everything(), before);
  });
}

Deno.test("a list of claims that is never closed is an error", async () => {
  const open = asked("list").replace("<!-- /claims -->", "<!-- /table -->");
  await using book = await makeBook({ ...FILES, [PAGE]: open });
  assertStringIncludes(
    (await weaveCommand(book.root, [])).text,
    `${PAGE}:7: This list of claims is never closed; end it with <!-- /claims -->`,
  );
});
