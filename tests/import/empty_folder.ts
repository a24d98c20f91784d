/** A folder outside the project, with the files it is given and no others. */
export interface EmptyFolder extends AsyncDisposable {
  /** Its full path. */
  readonly path: string;
}

/**
 * Makes a folder in the system's temporary one, so that no `deno.json` or
 * `package.json` above it has a say.
 *
 * @param files what is in it, by name
 * @returns the folder; it goes when disposed of
 */
export async function emptyFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<EmptyFolder> {
  const path = await Deno.makeTempDir({ prefix: "loopbook-import-" });
  for (const [name, content] of Object.entries(files)) {
    await Deno.writeFile(
      `${path}/${name}`,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
  }
  return {
    path,
    async [Symbol.asyncDispose]() {
      await Deno.remove(path, { recursive: true });
    },
  };
}

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command in a folder.
 *
 * @param command the program and its arguments
 * @param cwd the folder
 * @param env variables on top of this process's
 * @returns how it ended
 */
export async function runIn(
  cwd: string,
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}
