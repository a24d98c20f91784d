import { assertEquals } from "@std/assert";
import * as library from "../../mod.ts";
import { compare } from "../../tools/fuzz/comparison.ts";
import { generate } from "../../tools/fuzz/generate.ts";
import { type Sources, toSources } from "../../tools/fuzz/sources.ts";
import { run } from "./corpus/words.ts";
import { startOracle } from "../../tools/cpython/oracle.ts";

const SEED = 5;
const PROGRAMS = 30;
const FOLDER = new URL("../../.loopbook/sources/", import.meta.url);

Deno.test("the sources of random programs run as the programs do, in both languages", async () => {
  const programs = Array.from(
    { length: PROGRAMS },
    (_, index) => generate(SEED, index),
  );
  let faithful = 0;
  await Deno.mkdir(FOLDER, { recursive: true });
  for (const [index, comparison] of (await compare(programs)).entries()) {
    const sources = toSources(comparison.program, comparison.journal);
    if (sources.remarks.length > 0) continue;
    faithful++;
    const theirs = (await runPython(sources)).map(withoutRun);
    assertEquals(
      theirs.filter(isSaid),
      comparison.theirs.map(withoutRun).filter(isSaid),
      sources.python,
    );
    const ours = (await runTypeScript(sources, index)).map(withoutRun);
    assertEquals(ours, theirs, sources.typescript);
  }
  assertEquals(faithful > PROGRAMS * 0.8, true, `Only ${faithful}`);
});

async function runPython({ python }: Sources): Promise<string[]> {
  const oracle = await startOracle();
  const words = new URL("corpus/words.py", import.meta.url);
  oracle.addModule("words", await Deno.readTextFile(words));
  return JSON.parse(oracle.call("words", "run", python));
}

async function runTypeScript(
  { typescript }: Sources,
  index: number,
): Promise<string[]> {
  const file = new URL(`${index}.ts`, FOLDER);
  const text = typescript
    .replace("@loopbook/loopbook", "../../mod.ts")
    .replace("./words.ts", "../../tests/cpython/corpus/words.ts");
  await Deno.writeTextFile(file, text);
  return run(library, await import(`${file}?${crypto.randomUUID()}`));
}

/** The tape's lines name tasks, times and passes; a comparison may lack them. */
function withoutRun(line: string): string {
  return line.replace(/^(\S+) \d+ /, "$1 ");
}

function isSaid(line: string): boolean {
  return /^\S+ [|!=]/.test(line);
}
