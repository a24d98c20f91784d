/** What is wrong with a page or its programs is told with its line, and nothing is written. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { weaveCommand } from "../../tools/weave.ts";
import { type Limits, Runs } from "../../tools/weave/runs.ts";
import { makeBook, page, PROJECT } from "./book.ts";

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
  const { text } = await weaveCommand(book.root, []);
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
  const { exitCode, text } = await weaveCommand(book.root, []);
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
  const { exitCode, text } = await weaveCommand(book.root, []);
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
