import { assertEquals, assertThrows } from "@std/assert";
import { idsOf } from "../../tools/claims/article.ts";
import { claimsNamed, described, listed } from "../../tools/claims/in_words.ts";
import type { Claim } from "../../tools/claims/ledger.ts";

const claims = ["1.a", "2.1.a", "2.1.b", "3.a"].map((id): Claim => ({
  id,
  statement: `statement ${id}`,
  verdict: id === "3.a" ? "wrong" : "holds-with-limits",
  chapter: "1-first",
  heading: "order",
  finding: "",
  decidedBy: [],
  line: 1,
  lines: {},
}));

Deno.test("the article makes 46 statements, in the order of its sections", () => {
  const ids = idsOf();
  assertEquals(ids.length, 46);
  assertEquals(new Set(ids).size, 46);
  assertEquals(ids.slice(0, 5), ["1.a", "1.b", "1.c", "2.a", "2.1.a"]);
  assertEquals(ids.slice(-2), ["6.4.d", "7.a"]);
});

Deno.test("a claim is named by its id, many by their section", () => {
  const named = (...words: string[]) =>
    claimsNamed(claims, words).map(({ id }) => id);
  assertEquals(named(), ["1.a", "2.1.a", "2.1.b", "3.a"]);
  assertEquals(named("2.1.b"), ["2.1.b"]);
  assertEquals(named("3", "2"), ["2.1.a", "2.1.b", "3.a"]);
  assertThrows(
    () => named("3.z"),
    Error,
    'There is no claim 3.z; did you mean "3.a"?',
  );
});

Deno.test("the list has a line for each claim, and counts the verdicts", () => {
  assertEquals(listed(claims).split("\n"), [
    "1.a    holds with limits  statement 1.a",
    "2.1.a  holds with limits  statement 2.1.a",
    "2.1.b  holds with limits  statement 2.1.b",
    "3.a    wrong              statement 3.a",
    "",
    "4 claims: 0 holds, 3 holds with limits, 0 imprecise, 1 wrong",
  ]);
});

Deno.test("a claim that is named is told in full", () => {
  const claim: Claim = {
    ...claims[3]!,
    finding: "It is not so.",
    decidedBy: [
      { kind: "test", file: "a_test.ts", name: "it is not so", line: 1 },
      {
        kind: "measurement",
        file: "a.json",
        program: "a.ts",
        shows: "how long it takes",
        line: 1,
      },
      {
        kind: "source",
        title: "PEP 492",
        url: "https://peps.python.org/pep-0492/",
        place: "Abstract",
        line: 1,
      },
    ],
  };
  assertEquals(described(claim).split("\n"), [
    "3.a  statement 3.a",
    "     wrong: It is not so.",
    "     a_test.ts: it is not so",
    "     a.json: how long it takes",
    "     https://peps.python.org/pep-0492/: PEP 492, Abstract",
    "",
  ]);
});
