import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeBook, page, PROJECT } from "../weave/book.ts";
import { run } from "./run_process.ts";

const OURS = `\
import { createTask, run, sleep } from "@loopbook/loopbook";
function* tick() {
  yield* sleep(20);
  console.log("tick");
}
export function* main() {
  const task = createTask(tick(), { name: "clock" });
  console.error("not compared");
  yield* task;
}
if (import.meta.main) await run(main);
`;

const THEIRS = `\
import asyncio

async def tick():
    await asyncio.sleep(0.02)
    print("tick")

async def main():
    task = asyncio.create_task(tick(), name="clock")
    await task

asyncio.run(main())
`;

const BOOK = {
  "chapters/4-code-example/index.md": page(""),
  "chapters/4-code-example/main.ts": OURS,
  "chapters/4-code-example/main.py": THEIRS,
};

/** What recording the program leaves, if it printed these lines. */
function recorded(...lines: string[]): Record<string, string> {
  const transcript = [
    "# 2026-11-22, deno task run 4 --python --record",
    "$ python3 --version",
    "Python 3.11.7",
    "$ python3 main.py",
    ...lines,
    "",
  ].join("\n");
  return {
    "chapters/4-code-example/recorded/main.txt": transcript,
    "chapters/4-code-example/recorded/digests.json": JSON.stringify({
      "main.py":
        "df9a8c85dac84a00609321457a4dd5ab0d6c3ca3263982425da4af767b5b6701",
    }),
  };
}

Deno.test("--python shows both outputs, both timelines and that they agree", async () => {
  await using book = await makeBook(BOOK);
  const { code, out, complaints } = await run(book, "4", "--python");
  assertEquals([code, complaints], [0, ""]);
  const [outputs, timelines, aside, verdict] = out.trimEnd().split(
    /\n\n(?=main\.py, CPython|main\.ts, on|Agree)/,
  );
  assertEquals(
    outputs,
    `\
main.py, CPython 3.14.2   main.ts, loopbook
───────────────────────   ─────────────────
tick                      tick`,
  );
  const drawn = timelines!.split("\n").filter((line) =>
    line.startsWith("clock")
  );
  assertEquals(drawn.length, 2);
  assertEquals(drawn[0], drawn[1]);
  assertEquals(aside, "main.ts, on the error stream:\nnot compared");
  assertEquals(
    verdict,
    "Agree: 1 line printed and 8 steps of tasks, at the same times in the same order",
  );
});

Deno.test("--python points at the first difference and fails", async () => {
  await using book = await makeBook({
    ...BOOK,
    "chapters/4-code-example/main.py": THEIRS.replace(
      "    await task",
      "    await asyncio.sleep(0)\n    await task",
    ),
  });
  const { code, out } = await run(book, "4", "--python", "--no-timeline");
  assertEquals(code, 1);
  assertStringIncludes(
    out,
    `
Differ: first where ≠ stands

ms  main.py              ms  main.ts
 0  Task-1 started        0  Task-1 started
 0  Task-1 suspended      0  Task-1 suspended
 0  clock started         0  clock started
 0  clock suspended       0  clock suspended
 0  Task-1 resumed    ≠  20  clock resumed
`,
  );
});

Deno.test("--python shows a recorded run beside ours, and compares the lines in any order", async () => {
  const ours = "chapters/4-code-example/main.ts";
  const two =
    'export async function main() {\n  await null;\n  console.log("b");\n  console.log("a");\n}\n';
  await using book = await makeBook({
    ...BOOK,
    [ours]: two,
    ...recorded("a", "b"),
  });
  const { code, out } = await run(book, "4", "--python");
  assertEquals(code, 0);
  assertEquals(
    out,
    `\
main.py needs threads, sockets or processes: its run was recorded on 2026-11-22.

main.py, Python 3.11.7   main.ts, loopbook
──────────────────────   ─────────────────
a                        b
b                        a

Agree: 2 lines, the same in both; their order is the host's, and not compared
`,
  );
});

Deno.test("--python names the lines that only one of the two has printed", async () => {
  await using book = await makeBook({
    ...BOOK,
    ...recorded("tick", "tick", "tock"),
  });
  const { code, out } = await run(book, "4", "--python");
  assertEquals(code, 1);
  assertStringIncludes(
    out,
    `
Differ: not the same lines
  only main.py: tick
  only main.py: tock
`,
  );
});

Deno.test("--python does not take the recording of another program", async () => {
  await using book = await makeBook({
    ...BOOK,
    ...recorded("tick"),
    "chapters/4-code-example/main.py": `${THEIRS}# and more\n`,
  });
  const { code, out } = await run(book, "4", "--python");
  assertEquals(code, 1);
  assertStringIncludes(
    out,
    "Differ: main.py is not the program that was recorded; record it again",
  );
});

Deno.test("--record needs a python3, and says so where there is none", async () => {
  await using book = await makeBook(BOOK);
  const { code, complaints } = await run(book, "4", "--python", "--record");
  assertEquals(code, 2);
  assertStringIncludes(
    complaints,
    "There is no python3 on this machine, and recording needs one",
  );
});

Deno.test("without CPython and without a network, it says what is missing", async () => {
  await using book = await makeBook(BOOK);
  const start = join(PROJECT, "tools", "cpython", "start.ts");
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      "--no-config",
      `import { runInCPython } from ${
        JSON.stringify(pathToFileURL(start).href)
      };
       await runInCPython(${JSON.stringify(book.root)}, "main.py");`,
    ],
    cwd: book.root,
    env: {
      NO_COLOR: "1",
      DENO_DIR: join(book.root, "empty"),
      HTTPS_PROXY: "http://127.0.0.1:9",
      HTTP_PROXY: "http://127.0.0.1:9",
    },
  }).output();
  assertEquals(success, false);
  assertStringIncludes(
    new TextDecoder().decode(stderr),
    "CPython (npm:pyodide) is not in Deno's cache and can't be fetched; go online once",
  );
});
