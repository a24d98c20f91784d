/**
 * The parts of the test suite: which files each has, and what they may do.
 *
 * A part is one process, so that tests that need the network or other programs
 * lend their permissions to no others. Every test file of the project belongs
 * to a part; one that does not is an error, not a test that silently never ran.
 *
 * @module
 */

import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { FONT_LISTER } from "../tests/browser/fonts.ts";
import { browserPlaces } from "../tests/browser/places.ts";
import { PACKED_NODE } from "../tests/import/node.ts";
import { CHAPTER_PERMISSIONS, permissionFlags } from "./chapter_permissions.ts";
import { filesUnder } from "./files_under.ts";

/** A part of the test suite. */
export interface Part {
  readonly name: string;
  /** What it proves, for `--help`. */
  readonly about: string;
  /** The folders or files it has, from the project's root. */
  readonly paths: readonly string[];
  /** What its tests may do and what they need, as flags of `deno test`. */
  readonly flags: readonly string[];
  /** Whether it wants the machine for itself. */
  readonly alone?: boolean;
}

const DENO = Deno.execPath();
const RUN_DENO = `--allow-run=${DENO}`;

/**
 * What driving a browser takes: Playwright reads many variables and keeps its
 * profile in the temporary folder; `places.ts` says which programs it may start.
 */
const BROWSER: readonly string[] = [
  "--allow-read",
  `--allow-write=.loopbook,${tmpdir()}`,
  "--allow-env",
  "--allow-sys=homedir,osRelease,cpus",
  "--allow-net=127.0.0.1",
  "--unstable-bundle",
];
const BROWSER_PROGRAMS = [DENO, FONT_LISTER, ...browserPlaces()];

/** The parts that consist of test files. */
export const PARTS: readonly Part[] = [
  {
    name: "library",
    about: "the loop, the tasks and the traces, on virtual time",
    paths: ["tests/loop", "tests/tasks", "tests/sync", "tests/trace"],
    // One test asks what this host's console really prints.
    flags: [RUN_DENO],
  },
  ...Object.keys(CHAPTER_PERMISSIONS).map((folder): Part => ({
    name: folder,
    about: "the programs of a chapter that may do more than others",
    paths: [`chapters/${folder}`],
    flags: permissionFlags(folder, { read: ["."] }),
  })),
  {
    name: "chapters",
    about: "every program of the book",
    paths: ["chapters"],
    flags: ["--allow-read=."],
  },
  {
    name: "cpython",
    about: "programs and seeded bugs, compared with CPython step by step",
    paths: ["tests/cpython"],
    // CPython's own files are in Deno's cache of packages.
    flags: ["--allow-read", "--allow-write=.loopbook"],
  },
  {
    name: "conformance",
    about: "the conformance suite, what CPython says of it, and broken loops",
    paths: ["tests/testing/conformance", "site/pages/conformance"],
    // CPython's own files are in Deno's cache of packages.
    flags: ["--allow-read", "--allow-write=.loopbook"],
  },
  {
    name: "runners",
    about: "the test kit under other runners, and beside their own fakes",
    paths: ["tests/testing/runners", "tests/testing/complaints"],
    flags: [
      "--allow-read",
      `--allow-write=.loopbook,${tmpdir()}`,
      // The bundler, jest and what packs Node read variables.
      "--allow-env",
      "--allow-net=127.0.0.1",
      "--unstable-bundle",
      `--allow-run=${[DENO, "node", PACKED_NODE].join(",")}`,
    ],
  },
  {
    name: "testing",
    about: "the test kit: schedules, exploration, virtual time",
    paths: ["tests/testing", "site/pages/testing"],
    // Virtual time beside real files, sockets and programs.
    flags: [
      "--allow-read=.",
      "--allow-write=.loopbook",
      "--allow-net=127.0.0.1",
      RUN_DENO,
    ],
  },
  {
    name: "lint",
    about: "the plugin for deno lint",
    paths: ["tests/lint"],
    flags: ["--allow-read=.", "--allow-write=.loopbook", RUN_DENO],
  },
  {
    name: "reference",
    about: "what the reference says of CPython, with CPython itself",
    paths: ["tests/names"],
    // CPython is a package; its files lie outside of the project.
    flags: ["--allow-read", RUN_DENO],
  },
  {
    name: "claims",
    about: "the ledger of claims: what decides each ran, and can fail",
    paths: ["tests/claims"],
    // The deciding tests run in processes of their own, with what they need.
    flags: [
      "--allow-read=.",
      "--allow-write=.loopbook",
      "--allow-env",
      RUN_DENO,
    ],
  },
  {
    name: "tools",
    about: "the commands behind deno task, the weaver first",
    paths: ["tests/tools", "tests/weave"],
    flags: [
      "--allow-read=.",
      "--allow-write=.loopbook",
      "--allow-env=LOOPBOOK_DEPS,CHROME_PATH,TMPDIR,TMP,TEMP",
      RUN_DENO,
    ],
  },
  {
    name: "benches",
    about: "the harness of the benches, and every contestant once",
    paths: ["tests/benches"],
    flags: ["--allow-read=.", `${RUN_DENO},python3`],
  },
  {
    name: "pages",
    about: "every page of the built site, in a real browser",
    paths: ["tests/site/pages_test.ts", "tests/site/pages"],
    flags: [
      ...BROWSER,
      // The pictures of the README, when they are asked for anew.
      "--allow-write=site/assets/screenshot.png,site/assets/screenshot-dark.png",
      `--allow-run=${BROWSER_PROGRAMS.join(",")}`,
    ],
    alone: true,
  },
  {
    name: "site",
    about: "the builders, the checks of what they build, the preview",
    paths: ["tests/site"],
    flags: [
      "--allow-read=.",
      "--allow-write=.loopbook",
      "--allow-net=127.0.0.1",
      // The packages that build the site read variables when they load.
      "--allow-env",
      RUN_DENO,
    ],
  },
  {
    name: "dependencies",
    about: "the two sources of dependencies keep one contract",
    paths: ["tests/dependencies"],
    flags: [
      "--allow-read",
      "--allow-write=.loopbook",
      "--allow-net=127.0.0.1",
      RUN_DENO,
    ],
  },
  {
    name: "import",
    about: "the library over http, in Node, in a bare realm, in a page",
    paths: ["tests/browser", "tests/import"],
    flags: [
      ...BROWSER,
      `--allow-run=${[...BROWSER_PROGRAMS, "node", PACKED_NODE].join(",")}`,
    ],
    alone: true,
  },
  {
    name: "architecture",
    about: "who may import whom",
    paths: ["tests/architecture"],
    flags: ["--allow-read=.", "--allow-env", RUN_DENO],
  },
];

/**
 * Finds the test files of the project.
 *
 * @param root the project's root
 * @returns their paths from the root, sorted
 */
export async function testFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for (
    const folder of ["tests", "chapters", "src", "site", "tools", "benches"]
  ) {
    for await (const path of filesUnder(join(root, folder))) {
      if (!path.endsWith("_test.ts")) continue;
      files.push(relative(root, path).replaceAll("\\", "/"));
    }
  }
  return files.filter((path) => !path.includes("/fixtures/")).sort();
}

/**
 * Shares test files out among parts.
 *
 * @param files test files, by path from the root
 * @param parts the parts
 * @returns the files of each part that has some, and those that no part has
 */
export function shareOut(
  files: readonly string[],
  parts: readonly Part[],
): { shares: Map<Part, string[]>; strays: string[] } {
  const shares = new Map<Part, string[]>();
  const strays: string[] = [];
  for (const file of files) {
    const part = parts.find(({ paths }) =>
      paths.some((path) => file === path || file.startsWith(`${path}/`))
    );
    if (part === undefined) strays.push(file);
    else shares.set(part, [...shares.get(part) ?? [], file]);
  }
  return { shares, strays };
}
