import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { UsageError } from "../../tools/usage_error.ts";
import { weaveCommand } from "../../tools/weave.ts";
import { type Book, makeBook, page } from "./book.ts";

const MAIN = `\
import { run, sleep } from "@loopbook/loopbook";

// #region main
export function* main() {
  console.log("Hello, loop!");
  yield* sleep(1000);
  console.error("Hello, world!");
}
// #endregion

if (import.meta.main) await run(main);
`;

function weaveBook(book: Book, ...args: string[]) {
  return weaveCommand(book.root, args);
}

Deno.test("every block gets its text from its file or its run", async () => {
  await using book = await makeBook({
    "chapters/1-greeting/index.md": page(`
# A chapter

\`\`\`ts file=main.ts#main
\`\`\`

> \`\`\`text run=main.ts
> \`\`\`

- \`\`\`sh
  deno task run 1
  \`\`\`

\`\`\`timeline run=main.ts
\`\`\`

\`\`\`python file=../../shared.py
\`\`\`
`),
    "chapters/1-greeting/main.ts": MAIN,
    "shared.py": "print('hello')\n",
  });

  const { exitCode, text } = await weaveBook(book);
  assertEquals(exitCode, 0, text);
  const woven = await book.read("chapters/1-greeting/index.md");
  assertStringIncludes(
    woven,
    `\`\`\`ts file=main.ts#main
export function* main() {
  console.log("Hello, loop!");
  yield* sleep(1000);
  console.error("Hello, world!");
}
\`\`\`

> \`\`\`text run=main.ts
> Hello, loop!
> Hello, world!
> \`\`\`

- \`\`\`sh
  deno task run 1
  \`\`\`

\`\`\`timeline run=main.ts
`,
  );
  assertStringIncludes(woven, "file=../../shared.py\nprint('hello')\n```\n");
  const timeline = woven.split("```timeline run=main.ts\n")[1]!.split(
    "```",
  )[0]!;
  assertStringIncludes(timeline, "Task-1");
  assertStringIncludes(timeline, "1000");
  assert(timeline.split("\n").every((line) => line.length <= 78), timeline);
  assertEquals(timeline.includes("\x1b"), false);

  const { module, events } = JSON.parse(
    await book.read("chapters/1-greeting/traces/main.json"),
  );
  assertEquals(module, "main.ts");
  assertEquals(
    events.filter(({ kind }: { kind: string }) => kind === "printed")
      .map(({ text, time }: { text: string; time: number }) => [text, time]),
    [["Hello, loop!", 0], ["Hello, world!", 1000]],
  );

  const check = await weaveBook(book, "--check");
  assertEquals([check.exitCode, check.text], [0, "4 blocks, all fresh"]);
});

Deno.test("--check names stale blocks, shows a diff, and writes nothing", async () => {
  await using book = await makeBook({
    "chapters/1-greeting/index.md": page(
      "\n```ts file=main.ts#one\nlet one = 1;\nlet two = 3;\n```\n",
    ),
    "chapters/1-greeting/main.ts":
      "// #region one\nlet one = 1;\nlet two = 2;\n// #endregion\n",
    "chapters/1-greeting/traces/gone.json": "{}\n",
  });
  const before = await book.everything();

  const { exitCode, text } = await weaveBook(book, "--check");
  assertEquals(exitCode, 1);
  assertEquals(
    text,
    `\
chapters/1-greeting/index.md:5: ts file=main.ts#one
     let one = 1;
    -let two = 3;
    +let two = 2;
chapters/1-greeting/traces/gone.json:1: no timeline shows this run
2 blocks out of date; run deno task weave`,
  );
  assertEquals(await book.everything(), before);

  assertEquals((await weaveBook(book)).exitCode, 0);
  assertEquals(Object.keys(await book.everything()).sort(), [
    "chapters/1-greeting/index.md",
    "chapters/1-greeting/main.ts",
  ]);
});

Deno.test("only the chapters that are named are woven, in both languages", async () => {
  const block = "\n```ts file=main.ts\n```\n";
  await using book = await makeBook({
    "chapters/1-one/index.md": page(block),
    "chapters/1-one/index.zh.md": page(block),
    "chapters/1-one/main.ts": "let one = 1;\n",
    "chapters/2-two/index.md": page(block),
    "chapters/2-two/main.ts": "let two = 2;\n",
  });
  const { text } = await weaveBook(book, "one");
  assertEquals(
    text,
    `\
2 blocks; written anew:
  chapters/1-one/index.md:5: ts file=main.ts
  chapters/1-one/index.zh.md:5: ts file=main.ts`,
  );
  assertEquals(await book.read("chapters/2-two/index.md"), page(block));
  await assertRejects(
    () => weaveBook(book, "tow"),
    UsageError,
    'There is no chapter "tow"; did you mean "two"?',
  );
});

Deno.test("a path into a chapter names the chapter; one that leads elsewhere is refused", async () => {
  const block = "\n```ts file=main.ts#main\n```\n";
  await using book = await makeBook({
    "chapters/1-one/index.md": page(block),
    "chapters/1-one/main.ts": MAIN,
    "chapters/2-two/main.ts": MAIN,
  });
  const { text } = await weaveBook(book, "chapters/1-one/main.ts");
  assertStringIncludes(text, "chapters/1-one/index.md:5");
  for (const word of ["src/loop", "../other.md", "/etc/hostname", "index.md"]) {
    await assertRejects(
      () => weaveBook(book, word),
      UsageError,
      `"${word}" is no part of the book; name a chapter (2.2)`,
    );
  }
  await assertRejects(
    () => weaveBook(book, "2"),
    UsageError,
    "chapters/2-two is no chapter yet: it has no index.md",
  );
});

Deno.test("a program that is to fail shows its error", async () => {
  await using book = await makeBook({
    "chapters/1-one/index.md": page(
      "\n```text run=main.ts throws=RangeError\n```\n",
    ),
    "chapters/1-one/main.ts":
      'export function* main() {\n  console.log("so far");\n  throw new RangeError("too far");\n}\n',
  });
  const { exitCode, text } = await weaveBook(book);
  assertEquals(exitCode, 0, text);
  assertStringIncludes(
    await book.read("chapters/1-one/index.md"),
    "\nso far\nUncaught RangeError: too far\n```",
  );
});

Deno.test("a native program may import from @std", async () => {
  await using book = await makeBook({
    "chapters/1-one/index.md": page("\n```text run=main.ts\n```\n"),
    "chapters/1-one/main.ts":
      'import { later } from "./later.ts";\nexport async function main() {\n  await later();\n  console.log("later");\n}\n',
    "chapters/1-one/later.ts":
      'import { delay } from "@std/async";\nexport const later = () => delay(1);\n',
  });
  const { exitCode, text } = await weaveBook(book);
  assertEquals(exitCode, 0, text);
  assertStringIncludes(
    await book.read("chapters/1-one/index.md"),
    "\nlater\n```",
  );
});

Deno.test("what varies is shown by its name", async () => {
  await using book = await makeBook({
    "chapters/1-one/index.md": page(
      '\nHere ‹port› is any free port.\n\n```text run=main.ts vary-port="host:(\\d+)"\n```\n',
    ),
    "chapters/1-one/main.ts":
      "export async function main() {\n  console.log(`host:${1024 + crypto.getRandomValues(new Uint16Array(1))[0]!} is up`);\n  await null;\n}\n",
  });
  const { exitCode, text } = await weaveBook(book);
  assertEquals(exitCode, 0, text);
  assertStringIncludes(
    await book.read("chapters/1-one/index.md"),
    "\nhost:‹port› is up\n```",
  );
  assertEquals((await weaveBook(book, "--check")).exitCode, 0);
});

Deno.test("a page keeps its byte order mark and its CRLF line ends", async () => {
  const crlf = `\uFEFF${page("\n```ts file=a.ts\nold\n```\nend")}`
    .replaceAll("\n", "\r\n");
  await using book = await makeBook({
    "chapters/1-one/index.md": page(""),
    "chapters/1-one/index.zh.md": crlf,
    "chapters/1-one/a.ts": "let a;\nlet b;\n",
  });
  assertEquals((await weaveBook(book)).exitCode, 0);
  assertEquals(
    await Deno.readFile(`${book.root}/chapters/1-one/index.zh.md`),
    new TextEncoder().encode(crlf.replace("old", "let a;\r\nlet b;")),
  );
});
