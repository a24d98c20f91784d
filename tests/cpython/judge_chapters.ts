/**
 * The programs of the book that stand in two languages: what CPython does with
 * the one, our loop does with the other, the same lines and the same steps of
 * the same tasks at the same times.
 *
 * @module
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { fileURLToPath } from "node:url";
import { type Coroutine, run, setRunDefaults, Trace } from "../../mod.ts";
import {
  type Agreement,
  compareRuns,
  inWords,
} from "../../tools/cpython/agreement.ts";
import { momentsAround } from "../../tools/cpython/moments_table.ts";
import {
  type PythonRun,
  runPythonProgram,
} from "../../tools/cpython/program.ts";
import { isAsRecorded } from "../../tools/record_python.ts";

const CHAPTERS = new URL("../../chapters/", import.meta.url);

/** Pairs that are the same program in no sense that could be compared. */
const APART: Readonly<Record<string, string>> = {
  "2.3-coroutine/by_hand": "prints what a step gives, which each language " +
    "writes its own way",
};

/** Recorded by hand: they need more than a python3. */
const BY_HAND = ["1-background/libraries"];

/** Threads, sockets and processes, by the words with which asyncio has them. */
const LACKING =
  /\b(socket|start_server|open_connection|to_thread|run_in_executor)\b|\bthreading\.|ThreadPool|ProcessPool/;

const PROGRAMS = pythonPrograms();

Deno.test("each chapter has a main program in Python", () => {
  const folders = foldersIn(CHAPTERS).filter((name) => /^\d/.test(name));
  assertEquals(
    folders.filter((name) => !PROGRAMS.includes(`${name}/main`)),
    [],
  );
});

Deno.test("in each chapter's page the Python program stands in a tab beside ours", async () => {
  const without: string[] = [];
  for (const folder of foldersIn(CHAPTERS).filter((name) => /^\d/.test(name))) {
    const page = await Deno.readTextFile(
      new URL(`${folder}/index.md`, CHAPTERS),
    );
    const groups = page.match(/^<!-- tabs -->$[\s\S]*?^<!-- \/tabs -->$/gm) ??
      [];
    const found = groups.some((group) =>
      /^```python file=main\.py/m.test(group) &&
      /^```ts file=main\.ts/m.test(group)
    );
    if (!found) without.push(folder);
  }
  assertEquals(without, []);
});

for (const name of PROGRAMS) {
  if (isRecorded(name)) {
    Deno.test(`${name}.py is recorded because it needs what CPython lacks here`, async () => {
      const source = await Deno.readTextFile(new URL(`${name}.py`, CHAPTERS));
      assertMatch(source, LACKING);
    });
  } else if (name in APART) {
    Deno.test(`${name}.py runs in CPython; it ${APART[name]}`, async () => {
      const { error } = await runPython(new URL(`${name}.py`, CHAPTERS));
      assertEquals(error, null);
    });
  } else {
    Deno.test(`${name}.ts runs as ${name}.py does in CPython`, async () => {
      const agreement = await compare(new URL(name, CHAPTERS));
      assert(agreement.differsAt < 0, inTwoColumns(agreement));
    });
  }
}

Deno.test("what was recorded was the program that stands there now", async () => {
  const changed: string[] = [];
  for (const folder of foldersIn(CHAPTERS)) {
    const chapter = new URL(`${folder}/`, CHAPTERS);
    for (const file of namesIn(chapter)) {
      if (!file.endsWith(".py")) continue;
      const name = `${folder}/${file.slice(0, -".py".length)}`;
      if (!isRecorded(name) || BY_HAND.includes(name)) continue;
      const path = fileURLToPath(new URL(file, chapter));
      if (!await isAsRecorded(path)) changed.push(name);
    }
  }
  assertEquals(changed, [], "Record them again, with --record");
});

Deno.test("a program that takes a step more than its twin is found out", async () => {
  const agreement = await compare(new URL("fixtures/late", import.meta.url));
  assertEquals(
    [agreement.ours, agreement.theirs].map((side) =>
      inWords(side[agreement.differsAt])
    ),
    ["20 Task-1 finished", "20 Task-1 suspended"],
  );
  assertStringIncludes(
    inTwoColumns(agreement),
    "20  Task-1 suspended  ≠  20  Task-1 finished",
  );
});

Deno.test("an error of a Python program is told as Python tells it", async () => {
  const { error } = await runPythonProgram(
    "late.py",
    "def late():\n    raise ValueError('too late')\n\nlate()\n",
  );
  assertEquals(
    error,
    `Traceback (most recent call last):
  File "late.py", line 4, in <module>
    late()
    ~~~~^^
  File "late.py", line 2, in late
    raise ValueError('too late')
ValueError: too late`,
  );
});

Deno.test("what Python reports stands apart from what it prints", async () => {
  const { events, complaints } = await runPythonProgram(
    "report.py",
    `import asyncio, sys

async def fails():
    raise ValueError("nobody looks")

async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    print("one", end="")
    print(", two")
    print("aside", file=sys.stderr)

asyncio.run(main())
`,
  );
  const printed = events.filter(({ kind }) => kind === "printed");
  assertEquals(printed, [{
    kind: "printed",
    time: 10,
    pass: 4,
    text: "one, two",
    by: { task: 1 },
  }]);
  assertEquals(complaints[0], "Task exception was never retrieved");
  assertEquals(complaints.at(-1), "aside");
});

/** The names of the chapters' Python programs that have a twin of ours. */
function pythonPrograms(): string[] {
  return foldersIn(CHAPTERS).sort().flatMap((folder) => {
    const files = namesIn(new URL(`${folder}/`, CHAPTERS));
    return files.filter((file) =>
      file.endsWith(".py") && files.includes(file.replace(/py$/, "ts"))
    ).map((file) => `${folder}/${file.slice(0, -".py".length)}`).sort();
  });
}

function namesIn(folder: URL): string[] {
  return Array.from(Deno.readDirSync(folder), ({ name }) => name);
}

function foldersIn(folder: URL): string[] {
  return Array.from(Deno.readDirSync(folder)).filter(({ isDirectory }) =>
    isDirectory
  ).map(({ name }) => name);
}

function isRecorded(name: string): boolean {
  const recorded = name.replace("/", "/recorded/");
  try {
    return Deno.statSync(new URL(`${recorded}.txt`, CHAPTERS)).isFile;
  } catch {
    return false;
  }
}

/** Runs both programs of a name: `…/late` is `late.ts` and `late.py`. */
async function compare(name: URL): Promise<Agreement> {
  const theirs = await runPython(new URL(`${name}.py`));
  assertEquals(theirs.error, null);
  const ours = await runOurs(new URL(`${name}.ts`));
  return compareRuns(ours.events, theirs.events);
}

async function runPython(file: URL): Promise<PythonRun> {
  return await runPythonProgram(
    file.pathname.split("/").at(-1)!,
    await Deno.readTextFile(file),
  );
}

async function runOurs(file: URL): Promise<Trace> {
  const { main }: { main(): Coroutine<unknown> | Promise<unknown> } =
    await import(file.href);
  const trace = new Trace();
  setRunDefaults({ clock: "virtual", trace });
  const listening = trace.listen(console, { echo: false });
  try {
    const begun = main();
    await ("next" in begun ? run(begun) : begun);
  } finally {
    listening.stop();
    setRunDefaults({});
  }
  return trace;
}

function inTwoColumns({ differsAt, ours, theirs }: Agreement): string {
  return momentsAround(
    differsAt,
    { heading: "CPython", moments: theirs },
    { heading: "loopbook", moments: ours },
  );
}
