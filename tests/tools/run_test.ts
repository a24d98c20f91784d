import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { findChapters } from "../../tools/chapters.ts";
import { chapterList } from "../../tools/run.ts";
import { readRunRequest } from "../../tools/run_request.ts";
import { UsageError } from "../../tools/usage_error.ts";
import { makeBook, page } from "../weave/book.ts";
import { run } from "./run_process.ts";

const GREETING = `\
import { run, sleep } from "@loopbook/loopbook";
export function* main() {
  yield* sleep(3_600_000);
  console.log("Hello, world!");
}
if (import.meta.main) await run(main);
`;

const BOOK = {
  "chapters/2.2-event-loop/index.md": page(""),
  "chapters/3-core-algorithm/index.md": page(""),
  "chapters/3-core-algorithm/stage1.ts": GREETING,
  "chapters/4-code-example/index.md": page(""),
  "chapters/4-code-example/main.ts": GREETING,
  "chapters/4-code-example/main.py": "print('Hello, world!')\n",
  "chapters/4-code-example/native.ts":
    'export async function main() {\n  await null;\n  console.log("native");\n}\n',
  "chapters/4-code-example/twice.ts":
    'import { run, sleep } from "@loopbook/loopbook";\nexport async function main() {\n  await run(sleep(5));\n  await run(sleep(7));\n}\n',
  "chapters/4-code-example/fails.ts":
    'export function* main() {\n  throw new RangeError("too far");\n}\n',
  "chapters/4-code-example/mistakes/wrong.ts": GREETING,
  "chapters/5-later/main.ts": GREETING,
  "chapters/4-code-example/exercises/one/solution.ts": GREETING,
};

Deno.test("without a chapter, the chapters are listed with their programs", async () => {
  await using book = await makeBook(BOOK);
  assertEquals(
    chapterList(await findChapters(book.root), 30),
    `\
  2.2  event-loop      A chapter
  3    core-algorithm  A chapter
       stage1
  4    code-example    A chapter
       main, fails, native,
       twice, mistakes/wrong

deno task run 4  or  deno task run code-example  runs its main program
deno task run 4 fails  runs another of its programs
deno task run --help  tells the rest`,
  );
});

Deno.test("a chapter's main program runs on virtual time unless told otherwise", async () => {
  await using book = await makeBook(BOOK);
  const program = {
    root: book.root,
    module: join(book.root, "chapters/4-code-example/main.ts"),
  };
  assertEquals(await readRunRequest(book.root, ["4"], book.root), {
    kind: "run",
    program,
    clock: "virtual",
    timeline: true,
    ascii: false,
  });
  assertEquals(
    await readRunRequest(
      book.root,
      ["code", "main.ts", "--real", "--no-timeline", "--ascii"],
      book.root,
    ),
    { kind: "run", program, clock: "real", timeline: false, ascii: true },
  );
});

/** Command lines that can't be carried out, and what is said of them. */
const REFUSED: readonly [string, string][] = [
  ["6", 'There is no chapter "6"'],
  ["cod-exampl", 'There is no chapter "cod-exampl"; did you mean "code-ex'],
  ["chapters/4-code-example/stage9.ts", 'has no module "stage9"'],
  ["2.3", 'There is no chapter "2.3"; there are\n  2.2  event-loop'],
  ["later", "chapters/5-later is no chapter yet: it has no index.md"],
  ["4 nativ", 'Chapter 4-code-example has no module "nativ"; did you mean'],
  ["4 stage2", "there are main, fails, native, twice, mistakes/wrong"],
  ["2.2", "Chapter 2.2-event-loop has no program to run"],
  ["3", "Chapter 3-core-algorithm has no main program; name one of stage1"],
  ["4 main twice", 'One program at a time; "twice" is one word too many'],
  ["--real", "--real needs a chapter: deno task run 2.2 --real"],
  ["4 --reel", 'Unknown flag --reel; did you mean "--real"?'],
  ["4 --real=yes", '--real takes no value; leave out "=yes"'],
  ["4 stage2 --python", 'Chapter 4-code-example has no module "stage2"'],
  ["4 fails --python", "Chapter 4-code-example has no fails.py; there is main"],
  ["4 --python --real", "--real is for one program; leave it out"],
  ["4 --python --trace=out.svg", "--trace is for one program; leave it out"],
  ["4 --record", "--record goes with --python"],
  ["4 fails --python --record", "Chapter 4-code-example has no fails.py"],
  ["4 --trace", "--trace needs a value: --trace=…"],
  ["4 --trace=", "--trace needs a value: --trace=…"],
  [
    "4 --trace=out.png",
    "--trace=out.png must end in .svg (a picture) or .json",
  ],
  ["4 --trace=nowhere/out.svg", "nowhere, which is no folder; make it first"],
];

for (const [line, message] of REFUSED) {
  Deno.test(`\`deno task run ${line}\` is refused: ${message}`, async () => {
    await using book = await makeBook(BOOK);
    await assertRejects(
      () => readRunRequest(book.root, line.split(" "), book.root),
      UsageError,
      message,
    );
  });
}

Deno.test("a program prints its output, then its timeline", async () => {
  await using book = await makeBook(BOOK);
  const { code, out, complaints } = await run(book, "4");
  assertEquals([code, complaints], [0, ""]);
  const [output, timeline = ""] = out.split(/\n\n(.*)/s);
  assertEquals(output, "Hello, world!");
  assertStringIncludes(timeline, "Task-1");
  assertStringIncludes(timeline, "sleep");
});

Deno.test("--no-timeline leaves the output alone", async () => {
  await using book = await makeBook(BOOK);
  const { out } = await run(book, "4", "--no-timeline");
  assertEquals(out, "Hello, world!\n");
});

Deno.test("--ascii draws with ASCII only", async () => {
  await using book = await makeBook(BOOK);
  const { out } = await run(book, "4", "--ascii");
  assertStringIncludes(out, "Task-1");
  // deno-lint-ignore no-control-regex
  assertEquals(/^[\x00-\x7f]*$/.test(out), true, out);
});

Deno.test("--trace stores the picture whole and leaves no draft behind", async () => {
  await using book = await makeBook(BOOK);
  await run(book, "4", "--trace=out.svg", "--no-timeline");
  await run(book, "4", "--trace=out.json", "--no-timeline");
  assertStringIncludes(await book.read("out.svg"), "</svg>");
  const { traceEvents } = JSON.parse(await book.read("out.json"));
  assertEquals(Array.isArray(traceEvents) && traceEvents.length > 0, true);
  assertEquals(
    Object.keys(await book.everything()).filter((path) =>
      !path.startsWith("chapters")
    ).sort(),
    ["out.json", "out.svg"],
  );
});

Deno.test("--trace does not write outside the project", async () => {
  await using book = await makeBook(BOOK);
  const { code, out, complaints } = await run(book, "4", "--trace=../out.svg");
  assertEquals([code, out], [2, ""]);
  assertStringIncludes(complaints, "--trace=../out.svg is outside the project");
});

Deno.test("a program with two loops gets two timelines and two pictures", async () => {
  await using book = await makeBook(BOOK);
  const { out } = await run(book, "4", "twice", "--trace=out.svg");
  assertEquals(out.match(/^Task-1/gm)?.length, 2);
  assertStringIncludes(await book.read("out-2.svg"), "</svg>");
});

Deno.test("a native program just runs, and has nothing to draw", async () => {
  await using book = await makeBook(BOOK);
  assertEquals((await run(book, "4", "native")).out, "native\n");
  const { code, complaints } = await run(
    book,
    "4",
    "native",
    "--trace=out.svg",
  );
  assertEquals(code, 2);
  assertStringIncludes(complaints, "so there is nothing to draw");
});

Deno.test("a program that fails shows its error and its timeline, and fails", async () => {
  await using book = await makeBook(BOOK);
  const { code, out, complaints } = await run(book, "4", "fails");
  assertEquals(code, 1);
  assertStringIncludes(complaints, "Uncaught RangeError: too far");
  assertStringIncludes(out, "Task-1");
});

Deno.test("a program may read the project and do nothing else", async () => {
  await using book = await makeBook({
    ...BOOK,
    "chapters/4-code-example/spy.ts":
      'export async function main() {\n  console.log(Deno.readTextFileSync("chapters/4-code-example/index.md").length > 0);\n  await Deno.writeTextFile("chapters/4-code-example/new.md", "");\n}\n',
  });
  const { code, out, complaints } = await run(book, "4", "spy");
  assertEquals([code, out], [1, "true\n"]);
  assertStringIncludes(complaints, "NotCapable: Requires write access");
});

Deno.test("a chapter about the world outside may do what it shows", async () => {
  const connect =
    'export async function main() {\n  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });\n  await null;\n  listener.close();\n  console.log("listened");\n}\n';
  await using book = await makeBook({
    ...BOOK,
    "chapters/2.4-async-io/index.md": page(""),
    "chapters/2.4-async-io/main.ts": connect,
    "chapters/4-code-example/listen.ts": connect,
  });
  assertEquals((await run(book, "2.4")).out, "listened\n");
  const { code, complaints } = await run(book, "4", "listen");
  assertEquals(code, 1);
  assertStringIncludes(complaints, "NotCapable: Requires net access");
});

Deno.test("a path may stand for the chapter and its program", async () => {
  await using book = await makeBook(BOOK);
  const { out } = await run(
    book,
    "chapters/4-code-example/native.ts",
    "--no-timeline",
  );
  assertEquals(out, "native\n");
});
