import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { join } from "node:path";
import { readRequest } from "../../tools/conform.ts";
import { UsageError } from "../../tools/usage_error.ts";

const PROJECT = new URL("../../", import.meta.url);
const SMALL = "tests/testing/conformance/small_adapter.ts";

Deno.test("conform takes a module, from where the command was typed", () => {
  assertEquals(readRequest(["./my_loop.ts"], "/home/reader"), {
    kind: "judge",
    module: join("/home/reader", "my_loop.ts"),
    rules: null,
    limit: 5000,
    all: false,
    json: false,
  });
  assertEquals(
    readRequest(["a.ts", "--rule=1,6", "--all", "--json", "--limit=100"], "/b"),
    {
      kind: "judge",
      module: join("/b", "a.ts"),
      rules: [1, 6],
      limit: 100,
      all: true,
      json: true,
    },
  );
  assertEquals(readRequest(["--record"], "/b"), { kind: "record" });
  assertEquals(readRequest(["a.ts", "--help"], "/b"), { kind: "help" });
});

Deno.test("conform says what is wrong with a command line", () => {
  const cases: [string[], string][] = [
    [[], "Name the module of a loop: deno task conform ./my_loop.ts"],
    [["a.ts", "b.ts"], 'One loop at a time; "b.ts" is one too many'],
    [["a.ts", "--rule=29"], 'There is no rule "29"; they go from 1 to 28'],
    [["a.ts", "--rule=one"], 'There is no rule "one"'],
    [["a.ts", "--limit=0"], '--limit takes milliseconds, not "0"'],
    [["a.ts", "--record"], "--record stands alone"],
    [["a.ts", "--rules=1"], 'Unknown flag --rules; did you mean "--rule"?'],
  ];
  for (const [args, message] of cases) {
    assertThrows(() => readRequest(args, "/b"), UsageError, message);
  }
});

Deno.test("conform judges the small loop: exit code 0 and a line for each rule", async () => {
  const { code, out } = await conform(SMALL);
  assertEquals(code, 0);
  assertStringIncludes(out, "  ✓  10/10   1  A pass runs what is ready");
  assertStringIncludes(out, "the small loop: 60 of 60 cases run as in CPython");
});

Deno.test("conform prints a report for programs", async () => {
  const { code, out } = await conform(SMALL, "--json", "--rule=2,12");
  assertEquals(code, 0);
  const report = JSON.parse(out);
  assertEquals(report.rules.map(({ rule }: { rule: number }) => rule), [2, 12]);
  assertEquals([report.passed, report.failed], [12, 0]);
  assertEquals(report.missing, ["currentTask"]);
});

Deno.test("conform ends with 1 when a loop differs, and shows where", async () => {
  const { code, out } = await conformModule(`
    export default {
      name: "the stack",
      makeLoop: () => [],
      run: (loop) => { while (loop.length > 0) loop.pop()(); },
      callSoon: (loop, callback) => { loop.push(callback); },
    };
  `);
  assertEquals(code, 1);
  assertStringIncludes(out, "≠     0  │ │ │ ●  c: runs");
  assertStringIncludes(out, "the stack: 1 of 4 cases run as in CPython");
});

Deno.test("conform gives a case up whose loop hangs, and goes on behind it", async () => {
  const { code, out } = await conformModule(
    `
    let loops = 0;
    export const adapter = {
      makeLoop: () => [],
      run(loop) {
        if (++loops === 2) for (;;);
        for (let next; (next = loop.shift()) !== undefined;) next();
      },
      callSoon: (loop, callback) => { loop.push(callback); },
    };
  `,
    "--json",
    "--limit=1000",
  );
  assertEquals(code, 1);
  const { passed, failures } = JSON.parse(out);
  assertEquals(passed, 2); // the worker that goes on hangs in its second case too
  assertEquals(failures.length, 2);
  assertStringIncludes(
    failures[0].problem,
    "The loop did not come back within",
  );
});

Deno.test("what a loop prints does not mix with the report", async () => {
  const { out, complaints } = await conformModule(
    `
    export const adapter = {
      makeLoop: () => [],
      run(loop) {
        console.log("hello from the loop");
        for (let next; (next = loop.shift()) !== undefined;) next();
      },
      callSoon: (loop, callback) => { loop.push(callback); },
    };
  `,
    "--json",
  );
  assertEquals(JSON.parse(out).passed, 4);
  assertStringIncludes(complaints, "hello from the loop");
});

Deno.test("a module that cannot be judged ends with 2 and says why", async () => {
  const cases: [string, string][] = [
    ["export const loop = 1;", "The module exports only loop; it must export"],
    ["", "The module exports nothing; it must export"],
    ["export default 5;", "Adapter must be an object with makeLoop and run"],
    ["export const adapter = { makeLoop() {} };", "Adapter has no run()"],
    ['throw new Error("not today");', "could not be loaded: not today"],
    ["const a = ;", "could not be loaded: "],
    ["for (;;);", "did not get as far as a case"],
  ];
  for (const [text, message] of cases) {
    const { code, complaints } = await conformModule(text, "--limit=2000");
    assertEquals(code, 2, text);
    assertStringIncludes(complaints, message);
  }
  const { code, complaints } = await conform("no/such/file.ts");
  assertEquals(code, 2);
  assertStringIncludes(complaints, "There is no file ");
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

/** Runs the command on a module with this text. */
async function conformModule(text: string, ...flags: string[]): Promise<Ended> {
  const name = `.loopbook/conform-${crypto.randomUUID()}.js`;
  const file = new URL(name, PROJECT);
  await Deno.writeTextFile(file, text);
  try {
    return await conform(name, ...flags);
  } finally {
    await Deno.remove(file);
  }
}

/** Runs the command as `deno task conform` does. */
async function conform(...args: string[]): Promise<Ended> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read",
      "--allow-env=INIT_CWD",
      "tools/conform.ts",
      ...args,
    ],
    cwd: PROJECT,
    env: { NO_COLOR: "1" },
  }).output();
  const [out, complaints] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  return { code, out: out!, complaints: complaints! };
}
