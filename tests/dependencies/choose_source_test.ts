import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import {
  chooseSource,
  denoArguments,
  isNeed,
  type Need,
} from "../../tools/dependencies.ts";
import type { Memory, Source } from "../../tools/dependency_memory.ts";
import type { Answer } from "../../tools/dependency_probe.ts";

/** Chooses with made-up answers and tells what happened on the way. */
async function choose(
  needs: readonly Need[],
  answers: readonly Answer[],
  { override = "", remembered = new Map<string, Source>() } = {},
) {
  const asked: string[] = [];
  const said: string[] = [];
  const lifetimes: number[] = [];
  const left = [...answers];
  const memory: Memory = {
    recall: (key) => Promise.resolve(remembered.get(key)),
    remember(key, source, lifetime) {
      remembered.set(key, source);
      lifetimes.push(lifetime);
      return Promise.resolve();
    },
  };
  const source = await chooseSource(needs, {
    override,
    memory,
    ask: ({ door }) => {
      asked.push(door);
      return Promise.resolve(left.shift() ?? "fails");
    },
    say: (line) => said.push(line),
  });
  return { source, asked, said, lifetimes, remembered };
}

Deno.test("what resolves is taken, without a word", async () => {
  const { source, said } = await choose(["std"], ["resolves"]);
  assertEquals([source, said], ["declared", []]);
});

Deno.test("what fails comes from npm, and one line says so", async () => {
  const { source, said } = await choose(["std"], ["fails"]);
  assertEquals([source, said.length], ["npm", 1]);
  assertMatch(said[0] ?? "", /^[^\n]*npm.*JSR cannot be reached[^\n]*$/);
});

Deno.test("what does not answer comes from npm, and the line says why", async () => {
  const { source, said } = await choose(["lume"], ["silent"]);
  assertEquals(source, "npm");
  assertMatch(said[0] ?? "", /Lume's server did not answer within 3 s/);
});

Deno.test("a task that needs two things takes both from one source", async () => {
  const { source, asked } = await choose(["std", "lume"], [
    "resolves",
    "fails",
  ]);
  assertEquals([source, asked.length], ["npm", 2]);
});

Deno.test("nothing more is asked once npm is certain", async () => {
  const { asked } = await choose(["std", "lume"], ["fails", "resolves"]);
  assertEquals(asked, ["@std/assert/fail"]);
});

Deno.test("a verdict is remembered, each need for itself", async () => {
  const first = await choose(["std"], ["resolves"]);
  const { remembered } = first;
  const again = await choose(["std"], [], { remembered });
  assertEquals([again.source, again.asked, again.said], ["declared", [], []]);
  const other = await choose(["lume"], ["fails"], { remembered });
  assertEquals([other.source, other.asked.length], ["npm", 1]);
});

Deno.test("a good verdict lasts a day, a bad one an hour", async () => {
  const good = await choose(["std"], ["resolves"]);
  const bad = await choose(["std"], ["silent"]);
  assertEquals([good.lifetimes, bad.lifetimes], [[86_400_000], [3_600_000]]);
});

Deno.test("a verdict is about the versions that were declared", async () => {
  const { remembered } = await choose(["std"], ["resolves"]);
  assertMatch([...remembered.keys()].join(), /^std jsr:@std\/assert@\d/);
});

for (const override of ["declared", "npm"]) {
  Deno.test(`LOOPBOOK_DEPS=${override} decides without asking`, async () => {
    const { source, asked } = await choose(["std"], [], { override });
    assertEquals([source, asked], [override, []] as unknown);
  });
}

Deno.test("another value of LOOPBOOK_DEPS is refused with what to write", async () => {
  await assertRejects(
    () => choose(["std"], ["resolves"], { override: "jsr" }),
    RangeError,
    'LOOPBOOK_DEPS is "jsr"; set it to "declared" or "npm", or leave it unset',
  );
});

Deno.test("the declared source takes no arguments, npm a map and a frozen lock", () => {
  assertEquals(denoArguments("declared"), []);
  const [map, lock, frozen, ...more] = denoArguments("npm");
  assertMatch(map ?? "", /^--import-map=.*npm\/import_map\.json$/);
  assertMatch(lock ?? "", /^--lock=.*npm\/deno\.lock$/);
  assertEquals([frozen, more], ["--frozen", []]);
});

Deno.test("isNeed() knows the dependencies there are", () => {
  assertEquals(["std", "lume", "npm", "toString"].map(isNeed), [
    true,
    true,
    false,
    false,
  ]);
});
