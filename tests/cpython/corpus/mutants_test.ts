/**
 * The corpus bites: every program runs otherwise on at least one copy of the
 * library with a bug in it.
 *
 * The programs are copied once, beside a `mod.ts` whose exports can be pointed
 * at another library.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import * as library from "../../../mod.ts";
import { loadMutated } from "../mutated.ts";
import { MUTANTS } from "../mutants.ts";
import type { Library } from "../../../tools/cpython/tape.ts";
import type { Program, run } from "./words.ts";

const PROJECT = new URL("../../../", import.meta.url);
const COPY = new URL(".loopbook/corpus/", PROJECT);

Deno.test("each program of the corpus finds a bug, and each bug is found by a program of its rule", async () => {
  const corpus = await copyCorpus();
  const sound = corpus.tapes(library);
  const blind = new Set(sound.keys());
  const unfound: string[] = [];
  for (const mutant of MUTANTS) {
    const tapes = corpus.tapes(await loadMutated(mutant));
    const finders = [...tapes].filter(([name, tape]) =>
      tape !== sound.get(name)
    ).map(([name]) => name);
    for (const name of finders) blind.delete(name);
    const rule = `r${String(mutant.rule).padStart(2, "0")}_`;
    if (!finders.some((name) => name.startsWith(rule))) {
      unfound.push(`${mutant.name} (rule ${mutant.rule})`);
    }
  }
  assertEquals([...blind], []);
  assertEquals(unfound, []);
});

interface Corpus {
  /** Runs all programs on a library; their tapes, by name. */
  tapes(library: Library): Map<string, string>;
}

async function copyCorpus(): Promise<Corpus> {
  const names = await copyPrograms();
  const { use }: { use(library: Library): void } = await import(
    new URL("mod.ts", COPY).href
  );
  const folder = new URL("tests/cpython/corpus/", COPY);
  const words: { run: typeof run } = await import(
    new URL("words.ts", folder).href
  );
  const programs = new Map<string, Program>();
  for (const name of names) {
    programs.set(name, await import(new URL(`${name}.ts`, folder).href));
  }
  return {
    tapes(library) {
      use(library);
      const tapes = new Map<string, string>();
      for (const [name, program] of programs) {
        tapes.set(name, words.run(library, program).join("\n"));
      }
      return tapes;
    },
  };
}

async function copyPrograms(): Promise<string[]> {
  const names: string[] = [];
  const corpus = "tests/cpython/corpus/";
  const recorder = "tools/cpython/";
  for (const folder of [corpus, recorder]) {
    await Deno.mkdir(new URL(folder, COPY), { recursive: true });
  }
  const files = [`${recorder}tape.ts`, `${corpus}words.ts`];
  for await (const { name } of Deno.readDir(new URL(corpus, PROJECT))) {
    if (!/^r\d\d_\w+\.ts$/.test(name)) continue;
    names.push(name.slice(0, -".ts".length));
    files.push(`${corpus}${name}`);
  }
  for (const file of files) {
    await Deno.copyFile(new URL(file, PROJECT), new URL(file, COPY));
  }
  await Deno.writeTextFile(new URL("mod.ts", COPY), turnableModule());
  return names.sort();
}

/** A module that exports what the library does, until told to `use` another. */
function turnableModule(): string {
  const names = Object.keys(library).join(", ");
  return `import * as library from "${new URL("mod.ts", PROJECT).href}";
export let { ${names} } = library;
export function use(other) {
  ({ ${names} } = other);
}
`;
}
