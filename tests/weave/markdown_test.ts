import { assertEquals } from "@std/assert";
import {
  fencesOf,
  misplacedFences,
  withBodies,
} from "../../tools/weave/markdown.ts";

const PAGE = `\
---
title: A page
---

# A page {#a}

Prose of the first section.

\`\`\`ts file=main.ts#one
old
\`\`\`

## Second {#second}

- in a list:

  \`\`\`\`text run=main.ts
  old
  \`\`\`\`

> in a quote:
>
> ~~~ts file=b.ts
> old
>
> ~~~

<!--
\`\`\`ts file=commented.ts
\`\`\`
-->

\`\`\`\`md
\`\`\`ts file=shown.ts
\`\`\`
\`\`\`\`
`;

Deno.test("blocks are found in lists and quotes, with their lines", () => {
  assertEquals(
    fencesOf(PAGE).map(({ line, info, text }) => [line, info, text]),
    [
      [9, "ts file=main.ts#one", "old"],
      [17, "text run=main.ts", "old"],
      [23, "ts file=b.ts", "old\n"],
      [33, "md", "```ts file=shown.ts\n```"],
    ],
  );
  assertEquals(misplacedFences(PAGE), []);
});

Deno.test("a block knows the prose of its own section only", () => {
  const [first, second] = fencesOf(PAGE);
  assertEquals(first?.prose.includes("first section"), true);
  assertEquals(first?.prose.includes("in a list"), false);
  assertEquals(second?.prose.includes("first section"), false);
  assertEquals(second?.prose.includes("in a list"), true);
});

Deno.test("new text keeps the indentation and the mark of its surroundings", () => {
  const woven = withBodies(
    PAGE,
    new Map([
      [9, ["one", "", "two"]],
      [17, ["three", "", "four"]],
      [23, ["five", "", "six"]],
    ]),
  );
  assertEquals(
    woven,
    PAGE
      .replace("#one\nold", "#one\none\n\ntwo")
      .replace("  old\n", "  three\n\n  four\n")
      .replace("> old\n>\n", "> five\n>\n> six\n"),
  );
});

Deno.test("nothing else of the page changes, not one byte", () => {
  const strange =
    `\uFEFF# Tabs\tand  spaces  \r\n\r\n* odd\r\n+ list\r\n\r\n\`\`\`ts file=a.ts   \r\nold\r\n\`\`\`  \r\nno line end`;
  assertEquals(
    withBodies(strange, new Map([[6, ["old"]]])),
    strange,
  );
  assertEquals(
    withBodies(strange, new Map([[6, ["new", "lines"]]])),
    strange.replace("old\r\n", "new\r\nlines\r\n"),
  );
  assertEquals(
    withBodies(strange, new Map([[6, []]])),
    strange.replace("old\r\n", ""),
  );
});

Deno.test("an empty block takes text", () => {
  assertEquals(
    withBodies("```ts file=a.ts\n```\n", new Map([[1, ["new"]]])),
    "```ts file=a.ts\nnew\n```\n",
  );
});

Deno.test("a block that is only spoken of is no block", () => {
  const text = "```` ```ts file=main.ts ```` shows a file.\n";
  assertEquals(fencesOf(text), []);
  assertEquals(misplacedFences(text), []);
});

/** Pages with a block where none can stand, the line and what is said. */
const MISPLACED: readonly [string, string, number, string][] = [
  ["never closed", "text\n\n```ts file=a.ts\nold\n", 3, "never closed"],
  ["the page's last line", "```ts file=a.ts", 1, "never closed"],
  [
    "never closed within its list",
    "- item\n\n  ```ts file=a.ts\n\nprose\n",
    3,
    "never closed",
  ],
  [
    "on the line of a list mark",
    "- ```ts file=a.ts\n  old\n  ```\n",
    1,
    "put the block on a line of its own",
  ],
  [
    "indented so far that markdown takes it for text",
    "Text\n\n    ```ts file=a.ts\n    ```\n",
    3,
    "markdown does not read it as one",
  ],
  [
    "glued to an HTML element",
    "<details>\n```ts file=a.ts\n```\n</details>\n",
    2,
    "leave a blank line before it",
  ],
];

for (const [place, page, line, message] of MISPLACED) {
  Deno.test(`a block ${place} is refused`, () => {
    const [problem, ...others] = misplacedFences(page);
    assertEquals([problem?.line, others], [line, []]);
    assertEquals(problem?.message.includes(message), true, problem?.message);
  });
}
