import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { compare, runInCPython } from "../../tools/fuzz/comparison.ts";
import { generate } from "../../tools/fuzz/generate.ts";
import { interpret, productions } from "../../tools/fuzz/interpret.ts";
import type { Program } from "../../tools/fuzz/program.ts";
import { report } from "../../tools/fuzz/report.ts";
import { shrink } from "../../tools/fuzz/shrink.ts";
import { MUTANTS } from "./mutants.ts";
import { loadMutated } from "./mutated.ts";

const SEED = 3;
const BATCH = 250;

/** The programs of the seed that run in every test. */
const PROGRAMS = 3_000;

/** Within so many programs every bug has to be found. */
const ENOUGH = 5_000;

function batch(start: number): Program[] {
  return Array.from({ length: BATCH }, (_, i) => generate(SEED, start + i));
}

Deno.test("random programs run as in CPython, each thing that can stand in them often enough", async () => {
  const counts = new Map<string, number>();
  let cancelled = 0;
  for (let start = 0; start < PROGRAMS; start += BATCH) {
    for (const comparison of await compare(batch(start))) {
      assertEquals(comparison.ours, comparison.theirs);
      assertEquals(comparison.differsAt, -1);
      if (comparison.journal.cancelledInFinally) cancelled++;
      for (const name of comparison.journal.productions) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  for (const name of productions()) {
    const count = counts.get(name) ?? 0;
    assert(count >= PROGRAMS / 100, `${name} is only in ${count} programs`);
  }
  assert(
    cancelled >= PROGRAMS * 0.3,
    `A cancellation reaches a finally in only ${cancelled} programs`,
  );
});

/** Gathers of gathers, made from the inside out. */
const INSIDE_OUT: Program["bodies"] = [[
  ["start", 0, ["future"]],
  ["repeat", 60, [
    ["start", 0, ["gather", [["slot", 0], ["slot", 0]], false]],
  ]],
  ["cancel", 0, null],
]];

/** Tasks that wait twice for the next one each, from the outside in. */
const OUTSIDE_IN: Program["bodies"] = [
  [["start", 1, ["task", 1, false, false]], ["sleep", 5], ["cancel", 1, null]],
  ...Array.from({ length: 60 }, (_, index): Program["bodies"][number] => [
    ["start", 0, ["task", index + 2, false, false]],
    ["await", ["gather", [["slot", 0], ["slot", 0]], false]],
  ]),
  [["sleep", 10]],
];

Deno.test("a program that could not be cancelled in a lifetime ties no knots", async () => {
  const rest = { callbacks: [], eager: false, queues: [] } as const;
  const programs = [INSIDE_OUT, OUTSIDE_IN].map((bodies): Program => (
    { bodies, semaphores: [], barriers: [], ...rest }
  ));
  for (const { ours, theirs } of await compare(programs)) {
    assert(ours.length > 0);
    assertEquals(ours, theirs);
  }
});

Deno.test("the same seed makes the same programs", () => {
  assertEquals(generate(SEED, 7), generate(SEED, 7));
  assert(
    JSON.stringify(generate(SEED, 7)) !== JSON.stringify(generate(SEED, 8)),
  );
});

Deno.test("a program that diverges shrinks to the statements that matter, and is shown in both languages", async () => {
  const mutant = MUTANTS.find(({ name }) => name.startsWith("sleep(0)"))!;
  const library = await loadMutated(mutant);
  const big = batch(0).find((program) =>
    JSON.stringify(program).includes('"sleep",0')
  )!;
  const small = await shrink(
    big,
    async (programs) =>
      (await compare(programs, library)).findIndex(({ differsAt }) =>
        differsAt >= 0
      ),
  );
  assertEquals(small.bodies[0], [["sleep", 0]]);

  const [comparison] = await compare([small], library);
  const text = report(comparison!);
  assertStringIncludes(text, "async def main():\n    await asyncio.sleep(0)");
  assertStringIncludes(text, "    yield* sleep(0);\n}");
  assertStringIncludes(text, "0 2 Task-1 resumed    ≠  0 3 Task-1 resumed");
});

// The tapes of CPython are made once, as far as they are needed.
const tapes: { program: Program; tape: string }[] = [];

async function tapeAt(index: number) {
  if (index >= tapes.length) {
    const programs = batch(tapes.length);
    for (const [i, lines] of (await runInCPython(programs)).entries()) {
      tapes.push({ program: programs[i]!, tape: lines.join("\n") });
    }
  }
  return tapes[index]!;
}

for (const mutant of MUTANTS) {
  Deno.test(`the fuzzer finds out that ${mutant.name} (rule ${mutant.rule})`, async () => {
    const library = await loadMutated(mutant);
    for (let index = 0; index < ENOUGH; index++) {
      const { program, tape } = await tapeAt(index);
      const ours = interpret(library, program, { longest: 20_000 });
      if (ours.join("\n") !== tape) return;
    }
    throw new Error(`${ENOUGH} programs run as in CPython all the same`);
  });
}
