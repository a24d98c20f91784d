/**
 * Small files, where the host has any.
 *
 * @module
 */

/** Reads and writes small files. */
export interface HostFiles {
  /** A file's text, `null` when there is no such file. */
  read(path: string): string | null;
  /** Replaces a file's text, or leaves the file as it was. */
  write(path: string, text: string): void;
  /** Removes a file, if it is there. */
  remove(path: string): void;
}

/** What this needs of `node:fs`, which Deno and Bun have as well. */
interface FileSystem {
  readFileSync(path: string, encoding: "utf8"): string;
  writeFileSync(path: string, text: string): void;
  renameSync(from: string, to: string): void;
  rmSync(path: string, options: { force: boolean }): void;
}

/**
 * Finds the host's files.
 *
 * @param option the option that asks for files, for the message
 * @returns reads and writes
 * @throws {Error} when the host has no files, as a browser
 */
export function hostFiles(option: string): HostFiles {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => unknown };
  };
  const fs = process?.getBuiltinModule?.("node:fs") as FileSystem | undefined;
  if (fs === undefined) {
    throw new Error(
      `This host has no files; leave out the option ${option}`,
    );
  }
  return {
    read(path) {
      try {
        return fs.readFileSync(path, "utf8");
      } catch (error) {
        if ((error as { code?: string }).code === "ENOENT") return null;
        throw error;
      }
    },
    write(path, text) {
      const neighbor = `${path}.new`;
      fs.writeFileSync(neighbor, text);
      fs.renameSync(neighbor, path);
    },
    remove: (path) => fs.rmSync(path, { force: true }),
  };
}
