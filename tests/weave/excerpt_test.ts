import { assertEquals, assertThrows } from "@std/assert";
import { excerpt } from "../../tools/weave/excerpt.ts";

const SOURCE = `\
import { run } from "loop";

class Kitchen {
  #orders = 0;

  // #region cook
  cook(): void {
    // #region count
    this.#orders++;
    // #endregion

    serve();
  }
  // #endregion

  close(): void {}
}
`;

const text = (lines: readonly string[]) => lines.join("\n");
const whole = { context: [0, 0] } as const;

Deno.test("a whole file is shown without its region markers", () => {
  assertEquals(
    text(excerpt(SOURCE, "main.ts", whole)),
    SOURCE.split("\n").filter((line) => !line.includes("region")).join("\n")
      .trimEnd(),
  );
});

Deno.test("a region is shown without markers and common indentation", () => {
  assertEquals(
    excerpt(SOURCE, "main.ts", { region: "cook", context: [0, 0] }),
    ["cook(): void {", "  this.#orders++;", "", "  serve();", "}"],
  );
});

Deno.test("a region inside a region is shown by itself", () => {
  assertEquals(
    excerpt(SOURCE, "main.ts", { region: "count", context: [0, 0] }),
    ["this.#orders++;"],
  );
});

Deno.test("context counts lines that are neither blank nor markers", () => {
  assertEquals(
    excerpt(SOURCE, "main.ts", { region: "cook", context: [1, 1] }),
    [
      "#orders = 0;",
      "",
      "cook(): void {",
      "  this.#orders++;",
      "",
      "  serve();",
      "}",
      "",
      "close(): void {}",
    ],
  );
  assertEquals(
    excerpt(SOURCE, "main.ts", { region: "count", context: [1, 0] }),
    ["cook(): void {", "  this.#orders++;"],
  );
});

Deno.test("more context than the file has is refused", () => {
  const source = "// #region a\nlet a;\n// #endregion\nlet b;\n";
  assertEquals(
    excerpt(source, "main.ts", { region: "a", context: [0, 1] }),
    ["let a;", "let b;"],
  );
  assertThrows(
    () => excerpt(source, "main.ts", { region: "a", context: [1, 1] }),
    SyntaxError,
    'Region "a" of main.ts has 0 lines before it, not 1',
  );
});

Deno.test("Python's region marks have a space or none", () => {
  const source = `\
# region of interest: prose, not a mark
# region one
x = 1
# endregion
#region two
y = 2
#endregion two
`;
  assertEquals(
    excerpt(source, "main.py", { region: "one", context: [0, 0] }),
    ["x = 1"],
  );
  assertEquals(
    excerpt(source, "main.py", { region: "two", context: [0, 0] }),
    ["y = 2"],
  );
});

Deno.test("a private field called #region is no mark", () => {
  const source = "class A {\n  #region = 1;\n}\n";
  assertEquals(excerpt(source, "main.ts", whole), source.trim().split("\n"));
});

Deno.test("a file with CRLF line ends is shown like any other", () => {
  assertEquals(
    excerpt(SOURCE.replaceAll("\n", "\r\n"), "main.ts", {
      region: "count",
      context: [0, 0],
    }),
    ["this.#orders++;"],
  );
});

/** Sources with a mistake, and what the error must say. */
const MISTAKES: readonly [string, string, string][] = [
  [
    "a region that is not there",
    "// #region gather\nx\n// #endregion\n",
    'main.ts has no region "wanted"; there is gather',
  ],
  [
    "a region spelt wrong",
    "// #region wantd\nx\n// #endregion\n",
    'main.ts has no region "wanted"; did you mean "wantd"?',
  ],
  [
    "a file without regions",
    "let x;\n",
    'mark it with "// #region wanted"',
  ],
  [
    "a region twice in a file",
    "// #region wanted\nx\n// #endregion\n// #region wanted\ny\n// #endregion",
    'main.ts:4: region "wanted" begins again, it began on line 1',
  ],
  [
    "a region inside itself",
    "// #region wanted\n// #region wanted\n// #endregion\n// #endregion",
    'main.ts:2: region "wanted" begins again, it began on line 1',
  ],
  [
    "a region that never ends",
    "let x;\n// #region wanted\ny\n",
    'main.ts:2: region "wanted" is never closed; end it with "// #endregion"',
  ],
  [
    "an end without a region",
    "let x;\n// #endregion\n",
    "main.ts:2: no region is open here",
  ],
  [
    "regions that overlap",
    "// #region wanted\n// #region b\n// #endregion wanted\n// #endregion b",
    'main.ts:3: this ends "wanted", but "b" of line 2 is the one open',
  ],
  [
    "a region without a proper name",
    "// #region The Queue\nx\n// #endregion\n",
    'main.ts:1: "The Queue" is no name for a region',
  ],
  [
    "a region with nothing in it",
    "// #region wanted\n\n// #endregion\n",
    'Region "wanted" of main.ts is empty',
  ],
];

for (const [mistake, source, message] of MISTAKES) {
  Deno.test(`${mistake} is an error that tells the fix`, () => {
    assertThrows(
      () => excerpt(source, "main.ts", { region: "wanted", context: [0, 0] }),
      SyntaxError,
      message,
    );
  });
}

Deno.test("an empty file is an error", () => {
  assertThrows(
    () => excerpt("\n", "main.ts", whole),
    SyntaxError,
    "main.ts is empty",
  );
});
