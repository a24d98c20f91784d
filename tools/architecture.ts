/**
 * Checks that the project keeps its own house rules: who may import whom, and
 * what `src/` must not contain so that it loads everywhere.
 *
 * @module
 */
import { readModules } from "./architecture_modules.ts";
import { type Breach, findBreaches } from "./architecture_rules.ts";

const USAGE = `Checks who imports whom, and that src/ loads everywhere.

Usage: deno run --allow-read=. --allow-env tools/architecture.ts [folder]
`;

/** What a check found. */
export interface Report {
  /** The breaches, by file and line. */
  readonly breaches: readonly Breach[];
  /** How many modules were read. */
  readonly modules: number;
  /** How many imports they have. */
  readonly imports: number;
}

/**
 * Checks a project.
 *
 * @param root The project's folder.
 * @returns What is wrong, and how much was looked at.
 */
export async function checkArchitecture(root: string): Promise<Report> {
  const modules = await readModules(root);
  return {
    breaches: findBreaches(modules, await readDoors(root)),
    modules: modules.length,
    imports: modules.reduce((sum, { imports }) => sum + imports.length, 0),
  };
}

/** A breach as text: one line on what is wrong, one on what to do. */
export function describeBreach(
  { file, line, rule, what, fix }: Breach,
): string {
  return `${file}:${line}: ${what} (${rule})\n    ${fix}`;
}

// The modules that deno.json exports; without one, mod.ts.
async function readDoors(root: string): Promise<string[]> {
  try {
    const text = await Deno.readTextFile(`${root}/deno.json`);
    const { exports }: { exports: Record<string, string> } = JSON.parse(text);
    return Object.values(exports).map((path) => path.replace(/^\.\//, ""));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return ["mod.ts"];
    throw error;
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const [root = `${import.meta.dirname}/..`] = args;
  const { breaches, modules, imports } = await checkArchitecture(root);
  for (const breach of breaches) console.error(describeBreach(breach));
  const result = breaches.length === 0
    ? "every rule is kept"
    : `rules are broken in ${breaches.length} places`;
  console.log(
    `Architecture: ${modules} modules, ${imports} imports, ${result}`,
  );
  return breaches.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
