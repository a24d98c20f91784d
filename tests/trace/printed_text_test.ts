import { assertEquals } from "@std/assert";
import { printedText } from "../../src/trace/printed_text.ts";

/** What `console.log` really prints in this host, in a process of its own. */
async function reallyPrinted(calls: readonly string[]): Promise<string[]> {
  const code = calls.map((args) => `console.log(${args});`).join("\n");
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-lock", code],
    env: { NO_COLOR: "1" },
  }).output();
  return new TextDecoder().decode(stdout).split("\n").slice(0, -1);
}

const CALLS = [
  `"plain"`,
  `"a", 1, true, null, undefined, 2n, Symbol("s")`,
  `{ deep: { list: ["text", 1] } }, [1, "two"]`,
  `"%s is %d years and %i months", "Ada", "36.5", 7.9, "more"`,
  `"%d %i %f", Symbol("s"), Symbol("s"), Symbol("s")`,
  `"%d %i %f", 5n, "x", "2.5px"`,
  `"%f %%, %o", "1.5", { a: 1 }`,
  `"100%", 5`,
  `"%s"`,
  `"%q %s", 1`,
  `"%cstyled", "color: red"`,
  `new Map([["key", 1]]), new Set([1])`,
  `1, "%s", 2`,
  `""`,
];

Deno.test({
  name: "printedText() writes what the console of this host prints",
  permissions: { run: [Deno.execPath()] },
  async fn() {
    const texts = CALLS.map((args) =>
      printedText(new Function(`return [${args}]`)())
    );
    assertEquals(texts, await reallyPrinted(CALLS));
  },
});

Deno.test("printedText() writes what it is handed where no inspector is to be had", () => {
  const host = globalThis as { Deno?: unknown; process?: unknown };
  const { Deno: deno, process } = host;
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const values = [
    { a: 1 },
    [1, "two"],
    7n,
    new RangeError("too far"),
    function named() {},
    undefined,
    circular,
  ];
  let text = "";
  try {
    Reflect.deleteProperty(host, "Deno");
    Reflect.deleteProperty(host, "process");
    text = printedText(values);
  } finally {
    Object.assign(host, { Deno: deno, process });
  }
  assertEquals(
    text,
    '{"a":1} [1,"two"] 7n RangeError: too far [Function: named] undefined [object Object]',
  );
});
