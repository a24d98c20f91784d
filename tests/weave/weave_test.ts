import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { join } from "node:path";
import { UsageError } from "../../tools/usage_error.ts";
import { weaveCommand } from "../../tools/weave.ts";
import { type Limits, Runs } from "../../tools/weave/runs.ts";
import { type Book, makeBook, page, PROJECT } from "./book.ts";

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

/** A mistake: the block, the program or file, and what must be said of it. */
interface Mistake {
  readonly block: string;
  readonly main?: string;
  readonly limits?: Limits;
  readonly says: string;
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  "a file that is not there": {
    block: "ts file=mian.ts",
    says: "mian.ts does not exist; paths start from the chapter's folder",
  },
  "a folder in place of a file": {
    block: "ts file=../1-one",
    says: "../1-one is a folder; name a file in it",
  },
  "a file outside the project": {
    block: "ts file=../../../../../deno.json",
    says: "../../../../../deno.json is outside the project",
  },
  "a file of another language": {
    block: "python file=main.ts",
    main: "let a;\n",
    says: "main.ts is not python; the word after the ticks must fit the file",
  },
  "an absolute path": {
    block: "ts file=/etc/hostname",
    says: "/etc/hostname is outside the project",
  },
  "a region that is not there": {
    block: "ts file=main.ts#three",
    main: "// #region thre\nlet a;\n// #endregion\n",
    says: 'main.ts has no region "three"; did you mean "thre"?',
  },
  "a region twice in its file": {
    block: "ts file=main.ts#a",
    main:
      "// #region a\nlet a;\n// #endregion\n// #region a\nlet b;\n// #endregion\n",
    says: 'main.ts:4: region "a" begins again, it began on line 1',
  },
  "a region that is never closed": {
    block: "ts file=main.ts#a",
    main: "// #region a\nlet a;\n",
    says: 'main.ts:1: region "a" is never closed',
  },
  "a word that means nothing": {
    block: "ts file=main.ts whole",
    main: "let a;\n",
    says: '"whole" says nothing here',
  },
  "a program that fails": {
    block: "text run=main.ts",
    main: 'export function* main() {\n  throw new Error("burnt");\n}\n',
    says:
      "main.ts failed with Error: burnt; if that is what the block is to show, write throws=Error",
  },
  "a program that fails otherwise than it should": {
    block: "text run=main.ts throws=RangeError",
    main: 'export function* main() {\n  throw new Error("burnt");\n}\n',
    says: "main.ts failed with Error: burnt, not with RangeError",
  },
  "a program that should fail and does not": {
    block: "text run=main.ts throws=Error",
    main: 'export function* main() {\n  console.log("fine");\n}\n',
    says: "main.ts ended well, though throws=Error says that it fails",
  },
  "a program with a mistake in its text": {
    block: "text run=main.ts",
    main: "export function* main( {\n",
    says: "main.ts failed:",
  },
  "a program without main": {
    block: "text run=main.ts",
    main: "export const a = 1;\n",
    says:
      "main.ts failed:\n    main.ts exports no main; write export function* main()",
  },
  "a program that ends its process": {
    block: "text run=main.ts",
    main: "export function* main() {\n  Deno.exit(0);\n}\n",
    says: "main.ts ended its process with exit code 0; let main return",
  },
  "a program that never ends": {
    block: "text run=main.ts",
    main: "export function* main() {\n  for (;;);\n}\n",
    limits: { time: 1000, size: 1000 },
    says: "main.ts did not end within 1 s and was killed",
  },
  "a program that never stops printing": {
    block: "text run=main.ts",
    main: 'export function* main() {\n  for (;;) console.log("more");\n}\n',
    limits: { time: 60_000, size: 1000 },
    says: "main.ts printed more than 1000 characters and was killed",
  },
  "a program that prints nothing": {
    block: "text run=main.ts",
    main: "export function* main() {}\n",
    says: "main.ts printed nothing",
  },
  "a program whose output is never the same": {
    block: "text run=main.ts",
    main: "export function* main() {\n  console.log(crypto.randomUUID());\n}\n",
    says: "main.ts does not print the same twice (first ",
  },
  "a program that prints where it is": {
    block: "text run=main.ts",
    main: "export function* main() {\n  console.log(import.meta.dirname);\n}\n",
    says: "main.ts printed a path of this machine",
  },
  "output with ticks that end its block": {
    block: "text run=main.ts",
    main: 'export function* main() {\n  console.log("```");\n}\n',
    says: "The text has a line ```, which would end the block",
  },
  "a placeholder nobody explains": {
    block: 'text run=main.ts vary-port="\\d+"',
    main: "export function* main() {\n  console.log(8080);\n}\n",
    says: "main.ts has a placeholder ‹port› that nobody explains",
  },
  "a placeholder that fits nothing": {
    block: 'text run=main.ts vary-port="\\d+"',
    main: 'export function* main() {\n  console.log("none");\n}\n',
    says: 'main.ts printed nothing that vary-port="\\d+" fits',
  },
  "a timeline of a program without a loop": {
    block: "timeline run=main.ts",
    main: "export async function main() {\n  await null;\n}\n",
    says: "main.ts ran no loop of the library, so it has no timeline",
  },
  "a timeline of a program with two loops": {
    block: "timeline run=main.ts",
    main:
      'import { run, sleep } from "@loopbook/loopbook";\nexport async function main() {\n  await run(sleep(1));\n  await run(sleep(1));\n}\n',
    says: "main.ts ran 2 loops and a timeline shows one",
  },
  "a timeline of another chapter's program": {
    block: "timeline run=../2-two/main.ts",
    says: "../2-two/main.ts belongs to another chapter",
  },
};

for (
  const [mistake, { block, main, limits, says }] of Object.entries(MISTAKES)
) {
  Deno.test(`${mistake} is an error with its line, and nothing is written`, async () => {
    await using book = await makeBook({
      "chapters/1-one/index.md": page(
        `\n\`\`\`ts file=fine.ts\n\`\`\`\n\n\`\`\`${block}\n\`\`\`\n`,
      ),
      "chapters/1-one/fine.ts": "let fine = true;\n",
      ...(main === undefined ? {} : { "chapters/1-one/main.ts": main }),
    });
    const before = await book.everything();
    const { exitCode, text } = await weaveCommand(
      book.root,
      [],
      new Runs(book.root, limits),
    );
    assertEquals(exitCode, 1);
    assertStringIncludes(text, `chapters/1-one/index.md:8: ${says}`);
    assertStringIncludes(text, "\n1 problem; nothing was written");
    assertEquals(await book.everything(), before);
  });
}

Deno.test("all mistakes of all chapters are told at once, in order", async () => {
  await using book = await makeBook({
    "chapters/2-two/index.md": page("\n```ts file=a.ts\n```\n"),
    "chapters/1-one/index.md": page(
      "\n```ts file=b.ts\n```\n\n```timeline\n```\n\n```ts file=c.ts\nopen\n",
    ),
  });
  const { text } = await weaveBook(book);
  assertEquals(
    text.split("\n").map((line) => line.split(" ", 1)[0]),
    [
      "chapters/1-one/index.md:5:",
      "chapters/1-one/index.md:8:",
      "chapters/1-one/index.md:11:",
      "chapters/1-one/index.md:11:",
      "chapters/2-two/index.md:5:",
      "5",
    ],
  );
});

Deno.test({
  name: "a link that leads out of the project is not followed",
  // Git on Windows checks the link out as a text file.
  ignore: Deno.build.os === "windows",
  async fn() {
    const root = join(PROJECT, "tests", "weave", "fixtures", "link");
    const { exitCode, text } = await weaveCommand(root, ["--check"]);
    assertEquals(exitCode, 1);
    assertStringIncludes(
      text,
      "chapters/1-link/index.md:7: outside.json is outside the project",
    );
  },
});

Deno.test("a file that is not text is an error", async () => {
  await using book = await makeBook({
    "chapters/1-one/index.md": page("\n```text file=picture.png\n```\n"),
  });
  await book.write(
    "chapters/1-one/picture.png",
    new Uint8Array([137, 80, 255]),
  );
  const { exitCode, text } = await weaveBook(book);
  assertEquals(exitCode, 1);
  assertStringIncludes(
    text,
    "chapters/1-one/index.md:5: picture.png is not UTF-8 text; save it as UTF-8",
  );
});

Deno.test("a page that is not UTF-8 is an error and stays as it is", async () => {
  await using book = await makeBook({
    "chapters/1-one/index.md": page("\n```ts file=a.ts\n```\n"),
    "chapters/1-one/a.ts": "let a;\n",
  });
  const bytes = new Uint8Array([0x23, 0x20, 0xff, 0x0a]);
  await book.write("chapters/1-one/index.zh.md", bytes);
  const { exitCode, text } = await weaveBook(book);
  assertEquals(exitCode, 1);
  assertStringIncludes(
    text,
    "chapters/1-one/index.zh.md:1: The page is not UTF-8 text",
  );
  assertEquals(
    await Deno.readFile(`${book.root}/chapters/1-one/index.zh.md`),
    bytes,
  );
  assertEquals(
    await book.read("chapters/1-one/index.md"),
    page("\n```ts file=a.ts\n```\n"),
  );
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
