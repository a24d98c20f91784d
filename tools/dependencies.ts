/**
 * Where the book's tools get their dependencies from.
 *
 * There are two sources. The declared one is what `deno.json` says: `@std/*`
 * from JSR, Lume from its own address. Many networks reach neither of the two
 * but do reach the npm registry; for them `tools/npm/` gives the same bare names
 * from npm, through an import map and a frozen lock.
 *
 * Nobody should have to know which network they are on, so it is found out:
 *
 * 1. `LOOPBOOK_DEPS=declared` or `LOOPBOOK_DEPS=npm` decides by hand.
 * 2. Else a verdict that is still fresh decides (`dependency_memory.ts`).
 * 3. Else Deno itself is asked to resolve the declared modules, under a deadline
 *    (`dependency_probe.ts`): behind some firewalls a connection neither opens
 *    nor fails for minutes. What resolves is taken, what does not comes from
 *    npm, and a line on stderr says so.
 *
 * `@std` and Lume are asked for one by one: few tasks need Lume, and no test
 * should wait for it.
 *
 * @module
 */
import config from "../deno.json" with { type: "json" };
import importMap from "./npm/import_map.json" with { type: "json" };
import { type Answer, probe, type Probed } from "./dependency_probe.ts";
import { fileMemory, type Memory, type Source } from "./dependency_memory.ts";

export type { Source };

/** A dependency that a task may need. */
export type Need = "std" | "lume";

/** The variable that decides by hand. */
export const OVERRIDE = "LOOPBOOK_DEPS";

interface Declared extends Probed {
  /** Who has to be reached, for people. */
  readonly home: string;
  /** The lines of `deno.json` that count: a verdict is about these. */
  readonly imports: readonly string[];
}

const DECLARED: Readonly<Record<Need, Declared>> = {
  std: {
    home: "JSR",
    imports: ["@std/assert", "@std/async", "@std/testing"],
    modules: Object.keys(importMap.imports).filter((name) =>
      name.startsWith("@std/")
    ),
    door: "@std/assert/fail",
  },
  lume: {
    home: "Lume's server",
    imports: ["lume/"],
    modules: ["lume/mod.ts"],
    door: "lume/core/utils/net.ts",
  },
};

const DEADLINE_SECONDS = 3;
const HOUR = 3_600_000;

// A network that fails now may be another one in an hour; one that works, and a
// cache that is warm, last longer.
const LIFETIME: Readonly<Record<Source, number>> = {
  declared: 24 * HOUR,
  npm: HOUR,
};

/** What {@linkcode chooseSource} can be told; the defaults are the real ones. */
export interface ChooseOptions {
  /** What `LOOPBOOK_DEPS` says. */
  readonly override?: string | undefined;
  /** Where verdicts are kept. */
  readonly memory?: Memory;
  /** Asks whether the declared modules resolve. */
  readonly ask?: (declared: Probed) => Promise<Answer>;
  /** Tells the reader. */
  readonly say?: (line: string) => void;
}

/**
 * Chooses where dependencies come from.
 *
 * @param needs What the task needs; all of it comes from one source.
 * @param options For tests.
 * @returns The source, to be passed to {@linkcode denoArguments}.
 * @throws {RangeError} If `LOOPBOOK_DEPS` is neither `declared` nor `npm`.
 *
 * @example
 * ```ts
 * const source = await chooseSource(["std"]);
 * const args = ["test", ...denoArguments(source), "tests/"];
 * ```
 */
export async function chooseSource(
  needs: readonly Need[],
  {
    override = Deno.env.get(OVERRIDE),
    memory = fileMemory(),
    ask = (declared) =>
      probe(declared, AbortSignal.timeout(DEADLINE_SECONDS * 1000)),
    say = console.error,
  }: ChooseOptions = {},
): Promise<Source> {
  if (override) return readOverride(override);

  for (const need of needs) {
    const declared = DECLARED[need];
    const key = `${need} ${declaredAt(declared)}`;
    let source = await memory.recall(key);
    if (!source) {
      const answer = await ask(declared);
      source = answer === "resolves" ? "declared" : "npm";
      await memory.remember(key, source, LIFETIME[source]);
      if (source === "npm") say(explain(declared, answer));
    }
    if (source === "npm") return "npm";
  }
  return "declared";
}

/**
 * What to pass to a command of `deno` so that it uses a source.
 *
 * @param source The source.
 * @returns Arguments that go right behind the command's name.
 */
export function denoArguments(source: Source): string[] {
  if (source === "declared") return [];
  const folder = `${import.meta.dirname}/npm`;
  return [
    `--import-map=${folder}/import_map.json`,
    `--lock=${folder}/deno.lock`,
    "--frozen",
  ];
}

/** Whether a text names a {@linkcode Need}. */
export function isNeed(text: string): text is Need {
  return Object.hasOwn(DECLARED, text);
}

function readOverride(value: string): Source {
  if (value === "declared" || value === "npm") return value;
  throw new RangeError(
    `${OVERRIDE} is "${value}"; set it to "declared" or "npm", or leave it ` +
      "unset to have the source found out",
  );
}

function declaredAt({ imports }: Declared): string {
  const all: Record<string, string> = config.imports;
  return imports.map((name) => all[name]).join(" ");
}

function explain({ home }: Declared, answer: Answer): string {
  const why = answer === "silent"
    ? `did not answer within ${DEADLINE_SECONDS} s`
    : "cannot be reached";
  return `Dependencies come from npm for the next hour: ${home} ${why} ` +
    `(${OVERRIDE}=declared overrules)`;
}
