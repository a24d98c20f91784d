/**
 * Renews `deno.lock`, the frozen lock of the npm source.
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

const USAGE = `Renews the lock of the npm source of dependencies.

Usage: deno task lock [--check]

  --check   renews nothing; fails when the lock is stale
`;

const project = `${import.meta.dirname}/../..`;
const importMap = "tools/npm/import_map.json";
const lock = "tools/npm/deno.lock";

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

async function renew(roots: readonly string[]): Promise<number> {
  const draft = `${lock}.new`;
  if (!await load(roots, [`--lock=${draft}`])) {
    console.error(`Deno could not load every module; ${lock} is as it was`);
    await Deno.remove(`${project}/${draft}`).catch(() => {});
    return 1;
  }
  await Deno.rename(`${project}/${draft}`, `${project}/${lock}`);
  console.log(`${lock} is renewed, over ${roots.length} modules`);
  return 0;
}

async function check(roots: readonly string[]): Promise<number> {
  if (await load(roots, [`--lock=${lock}`, "--frozen"])) return 0;
  console.error(
    `Deno could not load every module with ${lock}; ` +
      'if it is out of date, renew it with "deno task lock"',
  );
  return 1;
}

async function load(
  roots: readonly string[],
  flags: readonly string[],
): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", `--import-map=${importMap}`, ...flags, ...roots],
    cwd: project,
    stdin: "null",
  }).spawn().status;
  return success;
}

async function main(args: readonly string[]): Promise<number> {
  const [option, ...more] = args;
  if (more.length > 0 || (option && !/^--(check|help)$/.test(option))) {
    console.error(`Unknown arguments "${args.join(" ")}"; try --help`);
    return 2;
  }
  if (option === "--help") {
    console.log(USAGE);
    return 0;
  }
  const roots = await findRoots();
  return option === "--check" ? await check(roots) : await renew(roots);
}

if (import.meta.main) Deno.exit(await main(Deno.args));
