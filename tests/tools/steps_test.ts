import { assertEquals } from "@std/assert";
import {
  type Outcome,
  runSteps,
  type Stage,
  type Step,
} from "../../tools/steps.ts";

/** A stage that remembers; its clock goes half a second a look. */
function rehearsal(): Stage & { readonly lines: string[] } {
  const lines: string[] = [];
  let time = 0;
  return {
    lines,
    say: (line) => void lines.push(line),
    running: (names) => void lines.push(`[${names.join(" ")}]`),
    now: () => time += 500,
  };
}

const fine: Outcome = { ok: true, summary: "fine" };

/** A step that ends when it is told to. */
function held(name: string, alone = false) {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const step: Step<Outcome> = { name, alone, run: () => promise };
  return { step, end: () => resolve(fine) };
}

/** Lets everything that is ready happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

Deno.test("steps run two at a time, and those that want the machine come last", async () => {
  const stage = rehearsal();
  const [big, one, two, three] = [
    held("big", true),
    held("one"),
    held("two"),
    held("three"),
  ];
  const all = runSteps([big, one, two, three].map(({ step }) => step), stage);
  await settle();
  assertEquals(stage.lines.at(-1), "[one two]");
  one.end();
  await settle();
  assertEquals(stage.lines.at(-1), "[two three]");
  two.end();
  three.end();
  await settle();
  assertEquals(stage.lines.at(-1), "[big]");
  big.end();
  assertEquals((await all).length, 4);
  assertEquals(stage.lines.at(-1), "[]");
});

Deno.test("a step that fails shows what it printed, one that throws has failed, and the rest run", async () => {
  const stage = rehearsal();
  const outcomes = await runSteps<Outcome>([
    {
      name: "bad",
      run: () =>
        Promise.resolve({ ok: false, summary: "2 wrong", output: "x\ny\n" }),
    },
    {
      name: "worse",
      run: () => Promise.reject(new Error("no such thing")),
    },
    { name: "good", run: () => Promise.resolve(fine) },
  ], stage);
  assertEquals(outcomes.map((outcome) => outcome?.ok), [
    false,
    undefined,
    true,
  ]);
  const said = stage.lines.filter((line) => !line.startsWith("["));
  assertEquals(said.filter((line) => !line.includes("no such thing")), [
    "FAILED  bad      1.0 s  2 wrong",
    "x\ny\n",
    "FAILED  worse    1.0 s  crashed",
    "ok      good     0.5 s  fine",
  ]);
  assertEquals(said[3]!.includes("no such thing"), true);
});
