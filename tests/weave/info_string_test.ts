import { assertEquals, assertThrows } from "@std/assert";
import { requestOf } from "../../tools/weave/info_string.ts";

/** Info strings and what they ask for. */
const UNDERSTOOD: readonly [string, unknown][] = [
  ["ts file=main.ts", {
    kind: "code",
    language: "ts",
    file: "main.ts",
    context: [0, 0],
  }],
  ["ts file=main.ts#gather", {
    kind: "code",
    language: "ts",
    file: "main.ts",
    region: "gather",
    context: [0, 0],
  }],
  ["ts file=../../src/loop/handle.ts#cancel context=1", {
    kind: "code",
    language: "ts",
    file: "../../src/loop/handle.ts",
    region: "cancel",
    context: [1, 1],
  }],
  ["python file=main.py#gather context=2,0", {
    kind: "code",
    language: "python",
    file: "main.py",
    region: "gather",
    context: [2, 0],
  }],
  ["text run=main.ts", { kind: "output", module: "main.ts", placeholders: [] }],
  ["text run=stage1.ts throws=RangeError", {
    kind: "output",
    module: "stage1.ts",
    throws: "RangeError",
    placeholders: [],
  }],
  ["timeline run=main.ts", { kind: "timeline", module: "main.ts" }],
];

for (const [info, request] of UNDERSTOOD) {
  Deno.test(`\`${info}\` is understood`, () => {
    assertEquals(requestOf(info), request as ReturnType<typeof requestOf>);
  });
}

Deno.test("a placeholder's pattern is taken literally from its quotes", () => {
  const request = requestOf(
    String.raw`text run=main.ts vary-port="host \"a\":(\d+)"`,
  );
  assertEquals(request?.kind === "output" && request.placeholders, [
    { name: "port", pattern: /host "a":(\d+)/dgu },
  ]);
});

for (
  const info of ["", "sh", "text", "console", "json", 'toml title="deno.json"']
) {
  Deno.test(`\`${info}\` asks for nothing and is left alone`, () => {
    assertEquals(requestOf(info), undefined);
  });
}

/** Info strings, and what their error must say. */
const REFUSED: readonly [string, string][] = [
  ["ts", "A ts block without file= can go stale"],
  ["python", "write ```python file=main.py#region"],
  ["timeline", "write ```timeline run=main.ts"],
  ["ts fil=main.ts", "A ts block without file="],
  ["text rum=main.ts", 'Unknown rum=; did you mean "run"?'],
  ["text throws=Error", "throws= needs a file= or a run= beside it"],
  ["ts file=main.ts run=main.ts", "file= or run=, not both"],
  ["ts file=main.ts file=other.ts", "file= stands twice"],
  ["ts file=main.ts gather", '"gather" says nothing here'],
  ["ts file=#gather", "file=#gather names no file"],
  ["ts file=main.ts#", "file=main.ts# names no file"],
  ["ts file=main.ts#a#b", "file=main.ts#a#b names no file"],
  ["ts file=main.ts#a context=much", "context=much is no number of lines"],
  ["ts file=main.ts context=1", "context= needs a region"],
  ["ts file=main.ts contxt=1", 'Unknown contxt=; did you mean "context"?'],
  ["ts file=main.ts throws=Error", "throws= does not go with file="],
  ["timeline run=main.ts throws=Error", "throws= does not go with run="],
  ["ts run=main.ts", "write ```text run=main.ts"],
  ["text run=main.py", "run=main.py is no TypeScript module"],
  ["text run=main.ts vary-port=(", 'vary-port="(" is no regular expression'],
  ["text run=main.ts vary-=x", "A placeholder needs a name"],
];

for (const [info, message] of REFUSED) {
  Deno.test(`\`${info}\` is refused: ${message}`, () => {
    assertThrows(() => requestOf(info), SyntaxError, message);
  });
}
