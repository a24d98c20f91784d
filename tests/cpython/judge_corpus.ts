/**
 * The corpus: pairs of programs, one in Python, one in TypeScript, that do the
 * same. What CPython does with the one, our loop does with the other: the same
 * lines, at the same time, in the same pass.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import * as library from "../../mod.ts";
import { type Program, run } from "./corpus/words.ts";
import { type Oracle, startOracle } from "../../tools/cpython/oracle.ts";

const FOLDER = new URL("corpus/", import.meta.url);
const PAIRS = pairs();
let words: string | undefined;

Deno.test({
  name: "the corpus has at least 200 pairs, and several for each rule",
  fn() {
    assert(PAIRS.length >= 200, `There are ${PAIRS.length}`);
    for (let rule = 1; rule <= 28; rule++) {
      const count = PAIRS.filter((name) => ruleOf(name) === rule).length;
      assert(count >= 5, `Rule ${rule} has ${count}`);
    }
  },
});

Deno.test("coverage.md names each pair with its sentence", () => {
  const rows = read("coverage.md").matchAll(
    /^\| (.*?) +\| `(r\d\d_\w+)` +\|$/gm,
  );
  const named = Array.from(rows, ([, sentence, name]) => [name, sentence]);
  assertEquals(named.sort(), PAIRS.map((name) => [name, sentenceOf(name)]));
});

Deno.test("no two pairs of the corpus have the same trace up to names", async () => {
  const seen = new Map<string, string>();
  const twins: string[] = [];
  for (const name of PAIRS) {
    const trace = withoutNames(await runOurs(name)).join("\n");
    if (seen.has(trace)) twins.push(`${name} has that of ${seen.get(trace)}`);
    seen.set(trace, name);
  }
  assertEquals(twins, []);
});

for (const name of PAIRS) {
  const sentence = sentenceOf(name);

  Deno.test(`rule ${ruleOf(name)}: ${sentence} (${name})`, async () => {
    const oracle = await oracleWithWords();
    const source = read(`${name}.py`);
    assert(
      source.startsWith(`"""${sentence}"""\n`),
      "Both programs begin with the same sentence",
    );
    const theirs = JSON.parse(oracle.call("words", "run", source));
    assertEquals(await runOurs(name), theirs);
  });
}

/** The names of the pairs, sorted; a program without its twin is an error. */
function pairs(): string[] {
  const files = Array.from(Deno.readDirSync(FOLDER), ({ name }) => name);
  const [ours, theirs] = [".ts", ".py"].map((end) =>
    files.filter((file) => /^r\d\d_/.test(file) && file.endsWith(end))
      .map((file) => file.slice(0, -end.length)).sort()
  );
  assertEquals(ours, theirs, "Each program has a twin in the other language");
  return ours!;
}

function ruleOf(name: string): number {
  return Number(name.slice(1, 3));
}

/** What the pair pins down: the first line of its programs. */
function sentenceOf(name: string): string {
  return read(`${name}.ts`).slice("// ".length).split("\n", 1)[0]!;
}

function read(file: string): string {
  return Deno.readTextFileSync(new URL(file, FOLDER));
}

async function oracleWithWords(): Promise<Oracle> {
  const oracle = await startOracle();
  oracle.addModule("words", words ??= read("words.py"));
  return oracle;
}

async function runOurs(name: string): Promise<string[]> {
  const program: Program = await import(`./corpus/${name}.ts`);
  return run(library, program);
}

/**
 * A trace with the names taken out: tasks and words are numbered in the order
 * in which they appear. Numbers, `true`, `false`, `none` and errors stay.
 */
function withoutNames(trace: string[]): string[] {
  const numbers = new Map<string, number>();
  function numberOf(word: string): string {
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    return `#${numbers.get(word)}`;
  }
  return trace.map((line) => {
    const [time, pass, kind, ...words] = line.split(" ");
    if (!/^[|!=]$/.test(kind!)) {
      return `${time} ${pass} ${numberOf(kind!)} ${words.join(" ")}`;
    }
    const text = words.join(" ").replaceAll(
      /Task-\d+|\b(?!true\b|false\b|none\b|future\b)[a-z][\w-]*/g,
      numberOf,
    );
    return `${time} ${pass} ${kind} ${text}`;
  });
}
