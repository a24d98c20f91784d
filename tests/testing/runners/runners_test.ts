/**
 * One suite that uses the kit, under three runners, of which one runs in Deno and
 * in Node: what passes and what fails is the same everywhere.
 *
 * @module
 */

import * as kit from "../../../mod.ts";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { emptyFolder, type Ended, runIn } from "../../import/empty_folder.ts";
import { libraryBundle } from "../../import/library_bundle.ts";
import { findNode } from "../../import/node.ts";
import { suite } from "./fixtures/suite.mjs";
import { runVitest, runVitestInNode, VITEST_NODE } from "./vitest.ts";

/** Name and verdict of each test, in order. */
type Verdicts = readonly (readonly [name: string, passed: boolean])[];

const expected: Verdicts = collect().map(([name]) => [
  name,
  !name.startsWith("fails: "),
]);

for (const [name, body] of collect()) {
  Deno.test(`Deno.test runs the suite: ${name}`, async () => {
    const passed = await body().then(() => true, () => false);
    assertEquals(passed, !name.startsWith("fails: "));
  });
}

const node = await findNode([20, 0]);
Deno.test({
  name: "node:test runs the suite with the same verdicts",
  ignore: node.kind === "none",
  async fn() {
    if (node.kind === "none") return;
    await using folder = await suiteFolder("node_runner.mjs");
    const { stdout } = await runIn(folder.path, [
      await node.program(),
      "--test",
      "--test-reporter=tap",
      "node_runner.mjs",
    ], { NODE_NO_WARNINGS: "1" });
    const verdicts = [...stdout.matchAll(/^\s*(not )?ok \d+ - (.*)$/gm)]
      .map(([_, not, name]) => [name!, not === undefined] as const)
      .filter(([name]) => !name.endsWith("node_runner.mjs"));
    assertEquals(verdicts, [...expected]);
    assertStringIncludes(stdout, "Body waits for what can never happen");
    assertStringIncludes(stdout, "One thing is left over");
    assertStringIncludes(stdout, "suite.mjs:");
  },
});

const REPORT = ["--reporter=json", "--outputFile=report.json"];

Deno.test("vitest runs the suite with the same verdicts", async () => {
  await using folder = await suiteFolder("vitest_runner.mjs", "kit.test.mjs");
  await checkReport(folder.path, await runVitest(folder.path, ...REPORT));
});

const newerNode = await findNode(VITEST_NODE);
Deno.test({
  name: "vitest in Node runs the suite with the same verdicts",
  ignore: newerNode.kind === "none",
  async fn() {
    if (newerNode.kind === "none") return;
    const program = await newerNode.program();
    await using folder = await suiteFolder("vitest_runner.mjs", "kit.test.mjs");
    const ended = await runVitestInNode(program, folder.path, ...REPORT);
    await checkReport(folder.path, ended);
  },
});

/** Looks at what vitest says of each test. */
async function checkReport(
  folder: string,
  { stdout, stderr }: Ended,
): Promise<void> {
  const report = await readReport(folder).catch((error) => {
    throw new Error(`No report of vitest:\n${stdout}\n${stderr}`, {
      cause: error,
    });
  });
  const verdicts = report.map(({ title, status }) =>
    [title, status === "passed"] as const
  );
  assertEquals(verdicts, [...expected]);
  const failures = report.flatMap(({ failureMessages }) => failureMessages)
    .join("\n");
  assertStringIncludes(failures, "Body waits for what can never happen");
  assertStringIncludes(failures, "One thing is left over");
  assertStringIncludes(failures, "suite.mjs:");
}

/** The suite's tests, in order. */
function collect(): [name: string, body: () => Promise<unknown>][] {
  const tests: [string, () => Promise<unknown>][] = [];
  suite((name: string, body: () => Promise<unknown>) => {
    tests.push([name, body]);
  }, kit);
  return tests;
}

async function suiteFolder(entry: string, name = entry) {
  const read = (name: string) =>
    Deno.readTextFile(new URL(`fixtures/${name}`, import.meta.url));
  return await emptyFolder({
    "loopbook.mjs": await libraryBundle(),
    "suite.mjs": await read("suite.mjs"),
    [name]: await read(entry),
  });
}

interface VitestCase {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

async function readReport(folder: string): Promise<VitestCase[]> {
  const report = JSON.parse(
    await Deno.readTextFile(`${folder}/report.json`),
  ) as { testResults: { assertionResults: VitestCase[] }[] };
  return report.testResults.flatMap(({ assertionResults }) => assertionResults);
}
