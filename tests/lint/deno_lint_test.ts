/**
 * The plugin in a real `deno lint`, on the examples of its page.
 */

import { assertEquals, assertStringIncludes } from "@std/assert";

const PROJECT = `${import.meta.dirname}/../..`;
const EXAMPLES = "site/pages/lint";
const CONFIG = "tests/lint/fixtures/deno.json";

/** What `deno lint --json` tells, as far as it is looked at here. */
interface LintReport {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly code: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

async function deno(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: PROJECT,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** What is found in the examples: file, line, rule. */
async function lintExamples(config: string): Promise<string[]> {
  const { stdout } = await deno("lint", "--json", `-c=${config}`, EXAMPLES);
  const { diagnostics }: LintReport = JSON.parse(stdout);
  return diagnostics.map(({ filename, code, range }) =>
    `${filename.slice(filename.lastIndexOf("/") + 1)}: ${code}: ${
      lineOf(filename, range.start.line)
    }`
  ).sort();
}

function lineOf(url: string, line: number): string {
  return Deno.readTextFileSync(new URL(url)).split("\n")[line - 1]!.trim();
}

Deno.test("deno lint finds the mistake of each example, and only that", async () => {
  assertEquals(await lintExamples(CONFIG), [
    `floating.ts: loopbook/no-floating-coroutines: save("my life's work");`,
    "reused.ts: loopbook/no-reused-coroutines: console.log(yield* loading); // undefined",
    "swallowed.ts: loopbook/no-swallowed-cancellation: } catch {",
    "yield_star.ts: loopbook/yield-star: yield sleep(20);",
  ]);
});

Deno.test("the page shows what deno lint says of the examples", async () => {
  const { stderr } = await deno("lint", `-c=${CONFIG}`, EXAMPLES);
  const said = Array.from(
    stderr.matchAll(/^(error\[.*)\n[^]*?= (hint: .*)$/gm),
    ([, error, hint]) => `${error}\n${hint}`,
  );
  const page = await Deno.readTextFile(`${PROJECT}/${EXAMPLES}/index.md`);
  const shown = Array.from(
    page.matchAll(/^```text\n([^]*?)\n```$/gm),
    ([, text]) => text!,
  );
  assertEquals(shown.toSorted(), said.toSorted());
  assertEquals(shown.length, 4);
});

Deno.test("a rule can be excluded by its name", async () => {
  const found = await lintExamples("tests/lint/fixtures/excluding.json");
  assertEquals(found.length, 3);
  assertEquals(found.filter((line) => line.includes("yield-star")), []);
});

Deno.test("deno lint --fix puts in the star, and an ignored line stays", async () => {
  const folder = `${PROJECT}/.loopbook/lint-${crypto.randomUUID()}`;
  const path = `${folder}/main.ts`;
  await Deno.mkdir(folder, { recursive: true });
  try {
    await Deno.writeTextFile(
      path,
      `import { run, sleep } from "@loopbook/loopbook";

function* main() {
  yield sleep(10);
  // deno-lint-ignore loopbook/yield-star
  yield sleep(20);
}
run(main);
`,
    );
    const { code, stderr } = await deno("lint", "--fix", `-c=${CONFIG}`, path);
    assertEquals([code, stderr], [0, "Checked 1 file\n"]);
    const fixed = await Deno.readTextFile(path);
    assertStringIncludes(fixed, "  yield* sleep(10);\n");
    assertStringIncludes(fixed, "  yield sleep(20);\n");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the plugin is what Deno's own types ask for", async () => {
  const { code, stderr } = await deno(
    "check",
    "--no-config",
    "tests/lint/fixtures/typed.ts",
  );
  assertEquals(code, 0, stderr);
});
