/**
 * The house rules about who may import whom, and what each breach looks like.
 *
 * A rule that is broken names the file, the line, what stands there, and how to
 * mend it: whoever reads the message should not have to know the rules first.
 *
 * @module
 */
import type { Found, Module } from "./architecture_modules.ts";
import { findCircles } from "./architecture_circles.ts";

/** A rule of the house. */
export type Rule =
  | "rooms"
  | "doors"
  | "circles"
  | "no-dependencies"
  | "erasable-syntax"
  | "quiet-loading"
  | "pinned-imports";

/** A place where a rule is broken. */
export interface Breach {
  /** The file, from the project's folder. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The rule. */
  readonly rule: Rule;
  /** What is wrong. */
  readonly what: string;
  /** How to mend it. */
  readonly fix: string;
}

/** A folder whose files stand in rooms: each room, and those it may import. */
interface House {
  readonly folder: string;
  readonly rooms: Readonly<Record<string, readonly string[]>>;
}

const LIBRARY: House = {
  folder: "src/",
  rooms: {
    loop: [],
    tasks: ["loop"],
    sync: ["tasks", "loop"],
    io: ["tasks", "loop"],
    trace: ["loop", "tasks"],
    testing: ["loop", "tasks", "sync", "io", "trace"],
    lint: [],
  },
};

/** The test kit: a house within the house. */
const KIT: House = {
  folder: "src/testing/",
  rooms: {
    host: [],
    virtual: ["host"],
    schedules: [],
    runs: ["host", "virtual", "schedules"],
    reduction: ["host", "virtual", "schedules", "runs"],
    failures: ["host", "virtual", "schedules", "runs"],
    explore: [
      ...["host", "virtual", "schedules", "runs", "reduction", "failures"],
    ],
    conformance: [],
  },
};

/**
 * Finds every breach.
 *
 * @param modules The project's modules.
 * @param doors The modules that the package exports; the outside imports these.
 * @returns The breaches, by file and line.
 */
export function findBreaches(
  modules: readonly Module[],
  doors: readonly string[],
): Breach[] {
  const breaches = modules.flatMap((module) => [
    ...[LIBRARY, KIT].flatMap((house) => brokenPlace(module.path, house)),
    ...brokenImports(module, doors),
    ...isLibrary(module.path, doors) ? brokenCode(module) : [],
  ]);
  return [...breaches, ...brokenByCircles(modules, doors)]
    .sort((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
    );
}

function brokenPlace(path: string, { folder, rooms }: House): Breach[] {
  if (
    !path.startsWith(folder) || Object.hasOwn(rooms, roomOf(path, folder) ?? "")
  ) return [];
  return [{
    file: path,
    line: 1,
    rule: "rooms",
    what: `${path} is in none of the rooms ${Object.keys(rooms).join(", ")}`,
    fix:
      "Put it into the room it belongs to, or give a new room its place in " +
      "tools/architecture_rules.ts",
  }];
}

function brokenImports(module: Module, doors: readonly string[]): Breach[] {
  const isInside = isLibrary(module.path, doors);
  return module.imports.flatMap((found) => {
    const breach = isInside
      ? checkInside(module.path, found)
      : checkOutside(module.path, found, doors);
    return breach ? [{ file: module.path, line: found.line, ...breach }] : [];
  });
}

type Wrong = Pick<Breach, "rule" | "what" | "fix">;

function checkInside(
  path: string,
  { what: specifier }: Found,
): Wrong | undefined {
  const target = resolve(path, specifier);
  if (!target) {
    return {
      rule: "no-dependencies",
      what: `"${specifier}" is not part of the library`,
      fix:
        "src/ loads from a bare URL, without an import map: write it here, " +
        "or look the host's feature up when it is called",
    };
  }
  const inKit = path.startsWith(KIT.folder) && target.startsWith(KIT.folder);
  return checkRooms(path, target, specifier, inKit ? KIT : LIBRARY);
}

function checkRooms(
  path: string,
  target: string,
  specifier: string,
  { folder, rooms }: House,
): Wrong | undefined {
  const from = roomOf(path, folder);
  const to = roomOf(target, folder);
  const allowed = from ? [from, ...rooms[from] ?? []] : Object.keys(rooms);
  if (to && allowed.includes(to)) return undefined;
  const names = allowed.length > 1 ? allowed.join(", ") : "nothing but itself";
  return {
    rule: "rooms",
    what: `"${specifier}" is out of bounds for ${
      from ? `${folder}${from}/` : path
    }`,
    fix:
      `It may import ${names}: move what both need into the lower room, or ` +
      "hand it in as an argument",
  };
}

function checkOutside(
  path: string,
  { what: specifier }: Found,
  doors: readonly string[],
): Wrong | undefined {
  if (/^(jsr:|https?:)/.test(specifier)) {
    return {
      rule: "pinned-imports",
      what: `"${specifier}" is imported by its address`,
      fix: "Name it in the imports of deno.json and in " +
        "tools/npm/import_map.json, and import that name",
    };
  }
  if (specifier.startsWith("npm:") && !/.@\d+\.\d+\.\d+/.test(specifier)) {
    return {
      rule: "pinned-imports",
      what: `"${specifier}" has no exact version`,
      fix: 'Pin it, as in "npm:name@1.2.3"',
    };
  }
  const target = resolve(path, specifier);
  if (!target?.startsWith("src/") || doors.includes(target)) return undefined;
  const room = roomOf(target, LIBRARY.folder);
  if (room && path.startsWith(`tests/${room}/`)) return undefined;
  return {
    rule: "doors",
    what: `"${specifier}" is inside of ${room ? `src/${room}/` : "src/"}`,
    fix: `Import it from ${doors.join(" or ")}; only the unit tests in ` +
      `tests/${room ?? "<room>"}/ may reach in`,
  };
}

function brokenCode({ path, syntax, hostAtLoad }: Module): Breach[] {
  return [
    ...syntax.map(({ line, what }): Breach => ({
      file: path,
      line,
      rule: "erasable-syntax",
      what: `"${what}" needs a compiler`,
      fix:
        "Node and browsers run src/ with no more than its types taken out: " +
        "write it in plain JavaScript",
    })),
    ...hostAtLoad.map(({ line, what }): Breach => ({
      file: path,
      line,
      rule: "quiet-loading",
      what: `${what} is looked up while the module loads`,
      fix:
        "Look it up inside of the function that uses it: the module has to " +
        "load where there is none",
    })),
  ];
}

function brokenByCircles(
  modules: readonly Module[],
  doors: readonly string[],
): Breach[] {
  const graph = new Map(
    modules.filter(({ path }) => isLibrary(path, doors)).map((module) => [
      module.path,
      module.imports.map(({ line, what }) => ({
        line,
        to: resolve(module.path, what) ?? "",
      })),
    ]),
  );
  return findCircles(graph).map(({ path, line }): Breach => ({
    file: path[0] ?? "",
    line,
    rule: "circles",
    what: `the imports go in a circle: ${path.join(" → ")}`,
    fix: "Move what both ends need into a module of its own; an import of " +
      "types only counts too",
  }));
}

// The library is src/ and the doors that lead there.
function isLibrary(path: string, doors: readonly string[]): boolean {
  return path.startsWith("src/") || doors.includes(path);
}

// The folder within a house that a file stands in.
function roomOf(path: string, folder: string): string | undefined {
  if (!path.startsWith(folder)) return undefined;
  const [room, ...inside] = path.slice(folder.length).split("/");
  return inside.length > 0 ? room : undefined;
}

// Where a relative import leads, from the project's folder.
function resolve(path: string, specifier: string): string | undefined {
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const { pathname } = new URL(specifier, `file:///${path}`);
  return decodeURIComponent(pathname.slice(1));
}
