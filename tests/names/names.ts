/**
 * The page "asyncio, name by name" against the real asyncio and the real
 * library: nobody is left out, and nothing is made up.
 */

import { assert, assertEquals } from "@std/assert";
import * as library from "../../mod.ts";
import { startPython } from "./plain_python.ts";

/** A row of a table: names, and what they are here. */
interface Row {
  readonly asyncio?: readonly string[];
  readonly Python?: readonly string[];
  readonly loopbook: readonly string[] | "none" | "not yet";
  readonly remarks: string;
}

const tables: Readonly<Record<string, readonly Row[]>> = JSON.parse(
  await Deno.readTextFile(
    new URL("../../site/pages/asyncio/names.json", import.meta.url),
  ),
);
const rows = Object.values(tables).flat();

/** Everything that mod.ts exports, types too, by the kind of declaration. */
async function exportsOfLibrary(): Promise<Set<string>> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", "--quiet", "mod.ts"],
    cwd: new URL("../../", import.meta.url),
  }).output();
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout));
  const names = new Set<string>();
  for (
    const { symbols } of Object.values<{ symbols: { name: string }[] }>(nodes)
  ) {
    for (const { name } of symbols) names.add(name);
  }
  return names;
}

Deno.test("every name of asyncio.__all__ stands in the tables, once", async () => {
  const python = await startPython();
  const names = rows.flatMap(({ asyncio }) => asyncio ?? []);
  assertEquals(
    names.toSorted(),
    python.value<string[]>("asyncio.__all__").toSorted(),
  );
  assertEquals(names.length, 93);
});

Deno.test("names of Python's other modules are real", async () => {
  const python = await startPython();
  python.run("import builtins, collections.abc, contextvars");
  const names = rows.flatMap(({ Python }) => Python ?? []);
  assert(names.length > 0);
  for (const name of names) assert(python.value(`callable(${name})`), name);
});

Deno.test("every counterpart is exported, and every export has its place", async () => {
  const exports = await exportsOfLibrary();
  for (const name of Object.keys(library)) assert(exports.has(name), name);
  const named = rows.flatMap(({ loopbook }) =>
    typeof loopbook === "string" ? [] : loopbook
  );
  assertEquals(
    [...new Set(named)].toSorted(),
    [...exports].toSorted(),
    "A new export belongs into site/pages/asyncio/names.json",
  );
});

Deno.test("a counterpart has asyncio's name in camelCase, or a remark", () => {
  for (const { asyncio = [], loopbook, remarks } of rows) {
    if (typeof loopbook === "string") continue;
    const same = asyncio.every((name) => loopbook.includes(camelCase(name)));
    assert(same || remarks !== "", asyncio.join());
  }
});

Deno.test("what has no counterpart, and what is only here, has a reason", () => {
  for (const { asyncio, Python, loopbook, remarks } of rows) {
    if (typeof loopbook === "string") {
      assert(["none", "not yet"].includes(loopbook), loopbook);
    } else if (asyncio !== undefined || Python !== undefined) continue;
    assert(remarks !== "", String(asyncio ?? loopbook));
  }
});

Deno.test("what the remarks call deprecated is so in CPython", async () => {
  const python = await startPython();
  python.run(`
import warnings

def is_deprecated(name, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        getattr(asyncio, name)(*args)
    return any(issubclass(each.category, DeprecationWarning) for each in caught)
`);
  for (const { asyncio = [], remarks } of rows) {
    if (!remarks.startsWith("deprecated since 3.14")) continue;
    for (const name of asyncio) {
      const args = /^(set|is)/.test(name) ? "None" : "";
      assert(python.value(`is_deprecated("${name}", ${args})`), name);
    }
  }
});

Deno.test("methods and options that the remarks name exist", () => {
  const methods: Readonly<Record<string, readonly string[]>> = {
    Runner: ["run", "getLoop", "close"],
    Handle: ["cancel", "cancelled"],
    TimerHandle: ["when"],
    TaskGroup: ["cancel", "createTask"],
    Future: ["then"],
    Barrier: ["nWaiting"],
    ExceptionGroup: ["split", "subgroup"],
    Queue: ["shutdown", "maxsize"],
  };
  for (const [name, members] of Object.entries(methods)) {
    const { prototype } = library[name as "Queue"];
    for (const member of members) assert(member in prototype, member);
  }
  for (const member of ["getStack", "printStack", "get_stack"]) {
    assert(!(member in library.Task.prototype), member);
  }
});

function camelCase(name: string): string {
  return name === name.toUpperCase()
    ? name
    : name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
