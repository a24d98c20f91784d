/**
 * The ledger of the book itself: nothing is missing in it, and every test that
 * it names ran, passed, and failed with its deciding assertion turned around.
 */

import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { checkClaims, tryClaims } from "../../tools/claims.ts";
import { problemList } from "../../tools/claims/in_words.ts";
import { chooseSource } from "../../tools/dependencies.ts";

const ROOT = join(import.meta.dirname!, "..", "..");
const QUIET = { say: () => {}, running: () => {}, now: () => 0 };

Deno.test("all statements of the article have a verdict, and what they name exists", async () => {
  const { claims, problems } = await checkClaims(ROOT);
  assertEquals(problemList(problems), "");
  assertEquals(claims.length, 46);
});

Deno.test("every deciding test passes, and fails when its deciding assertion is turned around", async () => {
  const { claims, files } = await checkClaims(ROOT);
  const source = await chooseSource(["std"]);
  const verdicts = await tryClaims(claims, files, source, QUIET);
  assertEquals(problemList(verdicts.problems), "");

  const named = new Set(
    claims.flatMap(({ decidedBy }) =>
      decidedBy.flatMap((decision) =>
        decision.kind === "test" ? [`${decision.file} ${decision.name}`] : []
      )
    ),
  );
  assertEquals(verdicts.passed + verdicts.skipped.length, named.size);
  assert(verdicts.turned >= verdicts.passed);
  if (Deno.build.os === "linux") assertEquals(verdicts.skipped, []);
});
