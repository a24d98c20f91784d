/**
 * Renews the frozen locks of the npm source: `tools/npm/deno.lock`, and the site
 * builder's own, `site/deno.lock`. A lock makes Deno fetch everything in it, and who
 * only wants to read the book should not wait for browsers and benchmarks.
 *
 * A frozen lock has to hold every package that any module of the project asks
 * for, and it goes stale when one asks for another, and when `imports` in
 * `deno.json` changes. So the lock is made over all modules of the project: from
 * nothing, that it may not keep what nobody asks for any more. With `--check` it
 * is only compared.
 *
 * Modules of Lume are left out: they have no npm form and never run with this
 * lock.
 *
 * @module
 */

import { complain, runCommand, UsageError } from "../usage_error.ts";

const USAGE = `Renews the locks of the npm source of dependencies.

Usage: deno task lock [--check]

  --check   renews nothing; fails when a lock is stale
`;

const project = `${import.meta.dirname}/../..`;

/** A lock, the modules it is made over, and how they find their dependencies. */
interface Lock {
  readonly path: string;
  readonly roots: readonly string[];
  readonly flags: readonly string[];
}

async function findLocks(): Promise<Lock[]> {
  return [
    {
      path: "tools/npm/deno.lock",
      roots: await findRoots(),
      flags: ["--import-map=tools/npm/import_map.json"],
    },
    {
      path: "site/deno.lock",
      roots: ["site/build.ts", "site/eleventy.config.ts"],
      flags: ["--no-config"],
    },
  ];
}

// Fixtures of the architecture test import what must not be imported.
const LEFT_OUT = /^([._].*|node_modules|coverage|fixtures)$/;
const IMPORTS_LUME = /(?:from|import)\s*\(?\s*"lume\//;

/**
 * The modules of the project that can run from npm.
 *
 * @param folder Where to look, from the project's folder.
 * @returns Their paths from the project's folder, in order.
 */
export async function findRoots(folder = "."): Promise<string[]> {
  const roots: string[] = [];
  for await (const entry of Deno.readDir(`${project}/${folder}`)) {
    const path = `${folder}/${entry.name}`;
    if (LEFT_OUT.test(entry.name)) continue;
    if (entry.isDirectory) roots.push(...await findRoots(path));
    if (!entry.isFile || !/\.tsx?$/.test(entry.name)) continue;
    const code = await Deno.readTextFile(`${project}/${path}`);
    if (!IMPORTS_LUME.test(code)) roots.push(path);
  }
  return roots.sort();
}

async function renew(lock: Lock): Promise<boolean> {
  const { path, roots } = lock;
  const draft = `${path}.new`;
  if (!await load(lock, [`--lock=${draft}`])) {
    await Deno.remove(`${project}/${draft}`).catch(() => {});
    complain(`Deno could not load every module; ${path} is as it was`);
    return false;
  }
  await Deno.rename(`${project}/${draft}`, `${project}/${path}`);
  console.log(`${path} is renewed, over ${roots.length} modules`);
  return true;
}

async function check(lock: Lock): Promise<boolean> {
  if (await load(lock, [`--lock=${lock.path}`, "--frozen"])) return true;
  complain(
    `Deno could not load every module with ${lock.path}; ` +
      'if it is out of date, renew it with "deno task lock"',
  );
  return false;
}

async function load(
  { roots, flags }: Lock,
  more: readonly string[],
): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", ...flags, ...more, ...roots],
    cwd: project,
    stdin: "null",
  }).spawn().status;
  return success;
}

async function main(args: readonly string[]): Promise<number> {
  const [option, ...more] = args;
  if (more.length > 0 || (option && !/^--(check|help)$/.test(option))) {
    throw new UsageError(`Unknown arguments "${args.join(" ")}"; try --help`);
  }
  if (option === "--help") {
    console.log(USAGE);
    return 0;
  }
  let failed = 0;
  for (const lock of await findLocks()) {
    if (!await (option === "--check" ? check(lock) : renew(lock))) failed = 1;
  }
  return failed;
}

if (import.meta.main) await runCommand(() => main(Deno.args));
