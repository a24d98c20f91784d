/**
 * What the programs of the book may do.
 *
 * Every program may read the project. Two chapters are about the world outside
 * the process; theirs may do what the chapter shows, and no more.
 *
 * @module
 */

/** Permissions besides reading the project. */
export interface Permissions {
  /** Hosts that may be reached. */
  readonly net?: readonly string[];
  /** Programs that may be started. */
  readonly run?: readonly string[];
  /** Folders that may be written to, from the project's root. */
  readonly write?: readonly string[];
}

/** The chapters whose programs may do more, by folder. */
export const CHAPTER_PERMISSIONS: Readonly<Record<string, Permissions>> = {
  "2.4-async-io": {
    net: ["127.0.0.1", "localhost"],
    run: ["mkfifo"],
    // A named pipe stands there for a moment.
    write: [".loopbook"],
  },
  "2.5-threads-and-processes": { run: [Deno.execPath()] },
};

/**
 * The permissions of a chapter's programs, as flags of `deno`.
 *
 * @param folder the chapter's folder: `2.4-async-io`
 * @param given what is to be allowed besides
 * @returns flags
 */
export function permissionFlags(
  folder: string,
  given: {
    readonly read: readonly string[];
    readonly write?: readonly string[];
  },
): string[] {
  const { net, run, write } = CHAPTER_PERMISSIONS[folder] ?? {};
  const all = {
    read: given.read,
    write: [...given.write ?? [], ...write ?? []],
    net: net ?? [],
    run: run ?? [],
  };
  return Object.entries(all)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) =>
      `--allow-${name}=${[...new Set(values)].join(",")}`
    );
}
