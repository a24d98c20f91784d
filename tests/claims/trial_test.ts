import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { BookFiles } from "../../tools/claims/book_files.ts";
import {
  readTestFile,
  type WrittenTest,
} from "../../tools/claims/test_file.ts";
import { hold } from "../../tools/claims/trial.ts";
import { chooseSource } from "../../tools/dependencies.ts";

const ROOT = join(import.meta.dirname!, "..", "..");
const FOLDER = "tests/claims/fixtures/turning";

/** Runs every marked test of a fixture, as it is written and turned around. */
async function trial(file: string) {
  const files = new BookFiles(ROOT);
  const path = `${FOLDER}/${file}`;
  const { tests, problems } = readTestFile(path, (await files.text(path))!);
  assertEquals(problems, []);
  const marked = tests.filter(({ deciding }) => deciding.length > 0);
  const verdicts = await hold(
    { tests: new Map([[path, marked]]), flags: ["--allow-read=."] },
    files,
    await chooseSource(["std"]),
  );
  return { ...verdicts, tests: marked };
}

Deno.test("a sound test passes as it is written, and fails for each deciding assertion turned around", async () => {
  const { passed, turned, skipped, problems } = await trial("sound_test.ts");
  assertEquals(problems, []);
  assertEquals([passed, turned], [4, 5]);
  assertEquals(skipped, ["a test for a system that is not there"]);
});

Deno.test("a test that can't fail is found, whatever keeps it from failing", async () => {
  const { passed, turned, problems, tests } = await trial("unsound_test.ts");
  assertEquals([passed, turned], [4, 0]);
  const cannotFail = (name: string) =>
    `"${name}" passes also with this assertion turned around, so it can't fail and decides nothing; make sure that the assertion is reached, awaited, and not caught`;
  for (
    const name of [
      "a loop over nothing",
      "a branch that is never taken",
      "an error that is caught",
      "a promise that nobody waits for",
    ]
  ) {
    const [told, ...others] = problems.filter(({ message }) =>
      message.startsWith(`"${name}"`)
    );
    assertEquals(told, {
      file: `${FOLDER}/unsound_test.ts`,
      line: assertionOf(tests, name),
      message: cannotFail(name),
    });
    assertEquals(others, []);
  }
});

Deno.test("a test that fails for another reason than the turned assertion is found", async () => {
  const { problems, tests } = await trial("unsound_test.ts");
  const name = "a test that fails before it decides";
  const told = problems.filter(({ message }) =>
    message.startsWith(`"${name}"`)
  );
  assertEquals(told.map(({ line }) => line), [
    tests.find((test) => test.name === name)!.line,
    assertionOf(tests, name),
  ]);
  const [asWritten, turned] = told.map(({ message }) => message);
  assertMatch(asWritten!, /fails, and the claim it decides is open; mend it/);
  assertMatch(turned!, /but for another reason; mark the assertion that fails/);
  assertMatch(turned!, /AssertionError/);
});

Deno.test("a test that does not run decides nothing, and the reason is shown", async () => {
  const { passed, turned, problems } = await trial("broken_test.ts");
  assertEquals([passed, turned, problems.length], [0, 0, 2]);
  for (const { message } of problems) {
    assertMatch(message, /did not run/);
    assert(message.includes("This module does not load"), message);
  }
});

/** The line of the first deciding assertion of a test. */
function assertionOf(tests: readonly WrittenTest[], name: string): number {
  return tests.find((test) => test.name === name)!.deciding[0]!.line;
}
