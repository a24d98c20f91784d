import { assertEquals, assertMatch } from "@std/assert";
import { problemsWith, replaced, without } from "./changed_book.ts";

const LEDGER = "chapters/claims.json";
const PAGE = "chapters/1-first/index.md";
const TESTS = "chapters/1-first/main_test.ts";
const RESULTS = "chapters/1-first/measured.json";
const ASSERTION = 'assertEquals(heard, ["first", "second"])';

Deno.test("a ledger in which all is well has no problems", async () => {
  assertEquals(await problemsWith(), []);
});

Deno.test("a statement that has no claim is named, with the place where it goes", async () => {
  assertEquals(await problemsWith(LEDGER, without("1.c")), [
    `${LEDGER}:19: Claim 1.c is missing; put it behind 1.b, with its verdict and what decides it`,
  ]);
  const [, problem] = await problemsWith(LEDGER, without("1.a"));
  assertEquals(
    problem,
    `${LEDGER}:1: Claim 1.a is missing; put it at the beginning, with its verdict and what decides it`,
  );
});

Deno.test("an id that the article does not have is named", async () => {
  const [, problem] = await problemsWith(LEDGER, replaced('"1.c"', '"1.d"'));
  assertEquals(
    problem,
    `${LEDGER}:37: The article has no statement 1.d; did you mean "1.a"?`,
  );
});

Deno.test("an id that is there twice is named, with its first place", async () => {
  const [, problem] = await problemsWith(LEDGER, replaced('"1.b"', '"1.a"'));
  assertEquals(
    problem,
    `${LEDGER}:20: Claim 1.a is here a second time; its first place is line 3`,
  );
});

Deno.test("claims stand in the order of the article", async () => {
  const reversed = (text: string) => {
    const { claims } = JSON.parse(text);
    return JSON.stringify({ claims: claims.reverse() }, null, 2);
  };
  assertEquals(await problemsWith(LEDGER, reversed), [
    `${LEDGER}:3: Claim 1.c stands before 1.b; put it behind it, in the order of the article`,
    `${LEDGER}:20: Claim 1.b stands before 1.a; put it behind it, in the order of the article`,
  ]);
});

Deno.test("a verdict that is none is named with those that there are", async () => {
  assertEquals(
    await problemsWith(LEDGER, replaced('"imprecise"', '"inprecise"')),
    [
      `${LEDGER}:22: Claim 1.b has the verdict "inprecise"; a verdict is holds, holds-with-limits, imprecise, wrong`,
    ],
  );
});

Deno.test("a heading that is gone is named, with the one that was meant", async () => {
  assertEquals(await problemsWith(LEDGER, replaced('"order"', '"ordre"')), [
    `${LEDGER}:8: ${PAGE} has no heading {#ordre}; did you mean "order"?`,
  ]);
  assertEquals(await problemsWith(PAGE, replaced("{#order}", "{#in-a-row}")), [
    `${LEDGER}:8: ${PAGE} has no heading {#order}; name the one that discusses claim 1.a`,
  ]);
});

Deno.test("what looks like a heading in a block of code is none", async () => {
  assertEquals(
    await problemsWith(LEDGER, replaced('"order"', '"in-a-block"')),
    [
      `${LEDGER}:8: ${PAGE} has no heading {#in-a-block}; name the one that discusses claim 1.a`,
    ],
  );
});

Deno.test("a chapter that is not there, or of another section, is named", async () => {
  assertEquals(await problemsWith(LEDGER, replaced('"1-first"', '"1-frist"')), [
    `${LEDGER}:7: There is no chapters/1-frist/index.md; did you mean "1-first"?`,
  ]);
  assertEquals(await problemsWith(LEDGER, replaced('"1-first"', '"2-first"')), [
    `${LEDGER}:7: Claim 1.a is said to be discussed in 2-first; it belongs into the chapter of section 1`,
  ]);
});

Deno.test("a chapter that comes to another verdict than the ledger is named", async () => {
  const problem = (words: string) =>
    `${PAGE}:10: The ledger's verdict on 1.a is "${words}", and the text below "In order" does not say so; let the two agree, word for word`;
  assertEquals(
    await problemsWith(PAGE, replaced("**holds**", "**holds with limits**")),
    [problem("holds")],
  );
  assertEquals(await problemsWith(LEDGER, replaced('"holds"', '"wrong"')), [
    problem("wrong"),
  ]);
});

Deno.test("a test file that is not there is named, with the one that was meant", async () => {
  assertEquals(
    (await problemsWith(LEDGER, replaced("main_test", "mian_test"))).at(-1),
    `${LEDGER}:12: chapters/1-first/mian_test.ts is no test file that may decide a claim; did you mean "${TESTS}"?`,
  );
  assertEquals(await problemsWith(TESTS, null), [
    `${LEDGER}:12: ${TESTS} is no test file that may decide a claim; name one of chapters/ or tests/cpython/`,
  ]);
});

Deno.test("a test that is not in its file is named, with the one that was meant", async () => {
  assertEquals(
    (await problemsWith(LEDGER, replaced('came"\n', 'come"\n'))).at(-1),
    `${LEDGER}:12: ${TESTS} has no test "callbacks are called in the order they come"; did you mean "callbacks are called in the order they came"?`,
  );
});

Deno.test("a test without a mark on what decides the claim is named", async () => {
  assertEquals(await problemsWith(TESTS, replaced("  // decides 1.a\n", "")), [
    `${TESTS}:3: No assertion of "callbacks are called in the order they came" is marked as what decides claim 1.a; write "// decides 1.a" on the line above it`,
  ]);
});

Deno.test("a mark that the ledger does not know is named", async () => {
  assertEquals(
    await problemsWith(TESTS, replaced("decides 1.a", "decides 1.a, 1.b")),
    [
      `${TESTS}:7: This assertion is marked as what decides 1.b, and ${LEDGER} does not say so; name the test there or take the mark away`,
    ],
  );
});

Deno.test("a mark that names no claim, or stands at no assertion, is named", async () => {
  assertEquals(
    await problemsWith(TESTS, replaced("decides 1.a", "decides it")),
    [
      `${TESTS}:6: "// decides it" names no claim; write ids with commas between them, such as "// decides 3.e, 3.f"`,
    ],
  );
  assertEquals(
    await problemsWith(TESTS, replaced(ASSERTION, "heard.push('third')")),
    [
      `${TESTS}:6: "// decides 1.a" must stand on the line above an assertion, such as assertEquals(…)`,
    ],
  );
  const below = (text: string) => `${text}\n// decides 1.a\nexport {};\n`;
  assertEquals(await problemsWith(TESTS, below), [
    `${TESTS}:14: "// decides 1.a" stands in no test; put it above an assertion inside of Deno.test(…)`,
  ]);
});

Deno.test("an assertion that looks at nothing, or at itself, decides nothing", async () => {
  assertEquals(
    await problemsWith(TESTS, replaced(ASSERTION, "assertEquals(1, 1)")),
    [
      `${TESTS}:6: This assertEquals decides 1.a and looks at nothing that was computed; give it what the program did`,
    ],
  );
  assertEquals(
    await problemsWith(
      TESTS,
      replaced(ASSERTION, "assertEquals(heard, heard)"),
    ),
    [
      `${TESTS}:6: This assertEquals decides 1.a and compares heard with itself; give it what is expected`,
    ],
  );
});

Deno.test("a measurement that is not there, or does not say when and where, is named", async () => {
  assertEquals(await problemsWith(RESULTS, null), [
    `${LEDGER}:28: The measurement ${RESULTS} does not exist; measure with deno task bench and commit what it writes`,
  ]);
  assertEquals(await problemsWith(RESULTS, replaced('"date"', '"day"')), [
    `${LEDGER}:28: ${RESULTS} has no "date"; a measurement says when and where it was made`,
  ]);
  assertEquals(await problemsWith(RESULTS, replaced("{", "{{")), [
    `${LEDGER}:28: The measurement ${RESULTS} is no JSON`,
  ]);
});

Deno.test("a measurement that the chapter does not show is named", async () => {
  assertEquals(await problemsWith(PAGE, replaced("run=measured.ts", "")), [
    `${LEDGER}:28: ${PAGE} does not show what chapters/1-first/measured.ts prints; show the measurement of claim 1.b there in a block run=measured.ts`,
  ]);
  assertEquals(
    await problemsWith(LEDGER, replaced("measured.ts", "mesured.ts")),
    [
      `${LEDGER}:28: The program chapters/1-first/mesured.ts does not exist; name the one that shows the measurement`,
    ],
  );
});

Deno.test("a program that shows another measurement is named", async () => {
  assertEquals(
    await problemsWith(
      "chapters/1-first/measured.ts",
      replaced("measured.json", "other.json"),
    ),
    [
      `${LEDGER}:28: Neither chapters/1-first/measured.ts nor a module it imports reads measured.json; name the measurement that it shows`,
    ],
  );
});

Deno.test("a source decides what exists and what the trends are, and nothing else", async () => {
  const bySource = (text: string) =>
    text.replace(
      /"measurement": \{[^}]*\}/,
      '"source": { "title": "A", "url": "https://example.com", "place": "B" }',
    );
  assertEquals(await problemsWith(LEDGER, bySource), [
    `${LEDGER}:26: Claim 1.b is decided by a source alone, which decides only what exists (1.c) and what the trends are (5); name a test or a measurement`,
  ]);
  assertEquals(await problemsWith(LEDGER, replaced("https:", "http:")), [
    `${LEDGER}:45: The source's address "http://example.com/loops" is no https address; give one that a reader can open`,
  ]);
});

Deno.test("entries that are missing, empty or unknown are named", async () => {
  const changes = {
    [`${LEDGER}:36: A claim has no "finding"`]: [
      '"finding": "There is one.",',
      "",
    ],
    [`${LEDGER}:38: A claim needs a text for "statement"`]: [
      "There are such loops.",
      " ",
    ],
    [`${LEDGER}:45: A decision by a source has no "place"`]: [
      ',\n            "place": "Section 2"',
      "",
    ],
    [`${LEDGER}:11: What decides a claim is one object such as { "test": { … } }; it is a test, a measurement, a source`]:
      ['"test": {', '"tests": {'],
    [`${LEDGER}:8: A claim has an unknown entry "headline"; the entries are id, statement, verdict, chapter, heading, finding, decidedBy`]:
      ['"heading": "order"', '"heading": "order", "headline": "order"'],
  };
  for (const [problem, [from, to]] of Object.entries(changes)) {
    assertEquals(await problemsWith(LEDGER, replaced(from!, to!)), [problem]);
  }
});

Deno.test("a ledger that is no JSON, or no list of claims, says so", async () => {
  const [problem, ...others] = await problemsWith(
    LEDGER,
    replaced('"verdict": "holds",', '"verdict": "holds"'),
  );
  assertMatch(problem!, /^chapters\/claims\.json:7: The ledger is no JSON: /);
  assertEquals(others, []);
  assertEquals(await problemsWith(LEDGER, () => "[]"), [
    `${LEDGER}:1: The ledger is an object with claims`,
  ]);
  assertEquals(await problemsWith(LEDGER, () => '{ "claims": {} }'), [
    `${LEDGER}:1: "claims" must be a list, and not empty`,
  ]);
});
