import { assertEquals } from "@std/assert";
import { readModule } from "../../tools/architecture_modules.ts";

const imports = (code: string) => readModule("a.ts", code).imports;
const hostAtLoad = (code: string) =>
  readModule("a.ts", code).hostAtLoad.map(({ what }) => what);

Deno.test("every form of an import is read, with its line", () => {
  const forms = [
    'import "a";',
    'import b from "b";',
    'import * as c from "c";',
    'import type { D } from "d";',
    'import { type E } from "e";',
    'export { f } from "f";',
    'export * as g from "g";',
    'export type { H } from "h";',
    'const i = await import("i");',
    "const j = () => import(`j`);",
    'type K = import("k").K;',
    'const l: typeof import("l") = c;',
    'import m = require("m");',
    'import n from "n" with { type: "json" };',
  ];
  assertEquals(
    imports(forms.join("\n")),
    [..."abcdefghijklmn"].map((what, index) => ({ line: index + 1, what })),
  );
});

Deno.test("what only looks like an import is none", () => {
  assertEquals(
    imports(`
      // import "comment";
      const text = 'import "text"';
      const name = "variable";
      import(name);
      export { text };
    `),
    [],
  );
});

Deno.test("what runs while a module loads is told from what runs later", () => {
  assertEquals(hostAtLoad("Deno.cwd();"), ["Deno"]);
  assertEquals(hostAtLoad("const f = () => Deno.cwd();"), []);
  assertEquals(hostAtLoad("(() => Deno.cwd())();"), ["Deno"]);
  assertEquals(hostAtLoad("(function () { Deno.cwd(); })();"), ["Deno"]);
  assertEquals(hostAtLoad("function f(a = Deno.args) {}"), []);
  assertEquals(hostAtLoad("class A { a = Deno.args; b() { Deno; } }"), []);
  assertEquals(hostAtLoad("class A { static a = Deno.args; }"), ["Deno"]);
  assertEquals(hostAtLoad("class A { [Deno.mainModule]() {} }"), ["Deno"]);
});

Deno.test("a type, a property and a name of one's own are no host features", () => {
  assertEquals(hostAtLoad("let a: Deno.Conn; type B = typeof Deno;"), []);
  assertEquals(hostAtLoad("interface A extends Worker {}"), []);
  assertEquals(hostAtLoad("const a = { fetch: 1, self() {} }; a.fetch;"), []);
  assertEquals(hostAtLoad("globalThis.fetch;"), ["fetch"]);
  assertEquals(hostAtLoad('import { fetch } from "./a.ts"; fetch();'), []);
  assertEquals(hostAtLoad("declare const Deno: unknown;"), []);
});
