import { assertEquals } from "@std/assert";
import { filesWithTests, readReport } from "../../tools/test_report.ts";

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deno test" tests="6" failures="2" errors="0" time="0.1">
  <testsuite name="./tests/a_test.ts" tests="6" disabled="2" failures="2">
    <testcase name="1 &lt; 2 &amp; &quot;so on&quot;" time="0.001"></testcase>
    <testcase name="steps" time="0.002">
      <failure message="1 test step failed">1 test step failed.</failure>
    </testcase>
    <testcase name="steps &gt; good" time="0.000"></testcase>
    <testcase name="steps &gt; bad" time="0.001">
      <failure message="Uncaught Error: bad">Error: bad &lt;here&gt;</failure>
    </testcase>
    <testcase name="a &gt; b"></testcase>
    <testcase name="not on this platform"><skipped/></testcase>
  </testsuite>
  <testsuite name="./tests/b_test.ts" tests="1">
    <testcase name="other"><skipped/></testcase>
  </testsuite>
</testsuites>`;

Deno.test("tests are counted, and their steps are not tests", () => {
  assertEquals(readReport(REPORT), {
    passed: 2,
    failed: 1,
    skipped: ["not on this platform", "other"],
  });
});

Deno.test("a test that the filter left out is not skipped", () => {
  assertEquals(readReport(REPORT, "platform").skipped, [
    "not on this platform",
  ]);
  assertEquals(readReport(REPORT, "/^o.*r$/").skipped, ["other"]);
});

Deno.test("an empty report has nothing", () => {
  assertEquals(readReport("<testsuites/>"), {
    passed: 0,
    failed: 0,
    skipped: [],
  });
});

Deno.test("a file has tests when deno says that it runs some of it", () => {
  const output = `\x1b[2mrunning 2 tests from ./tests/a_test.ts\x1b[0m
one ... ok (1ms)
running 0 tests from ./tests/b_test.ts
running 1 test from ./tests/c_test.ts
Uncaught error from ./tests/d_test.ts FAILED
`;
  assertEquals(
    filesWithTests(output),
    new Set(["tests/a_test.ts", "tests/c_test.ts"]),
  );
});
