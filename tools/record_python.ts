/**
 * Records what the Python programs of a chapter print.
 *
 * Programs with sockets, threads or processes can't run in the WebAssembly
 * CPython that checks the others. Their runs stand in the chapter's folder
 * `recorded/`, each a transcript that names the version and the command, and the
 * chapter's tests compare them with what its other programs print.
 *
 * ```sh
 * deno run --allow-read=. --allow-write=chapters --allow-run=python3 \
 *   tools/record_python.ts 2.4
 * ```
 *
 * @module
 */

import { basename, dirname, join } from "node:path";
import { chapterNamed, findChapters } from "./chapters.ts";
import { runCommand, UsageError } from "./usage_error.ts";

/**
 * A run as it would stand on a terminal.
 *
 * @param program the program's file name
 * @param version what `python3 --version` says
 * @param output what the program printed
 * @returns the transcript
 */
export function transcript(
  program: string,
  version: string,
  output: string,
): string {
  return [
    "$ python3 --version",
    version.trimEnd(),
    `$ python3 ${program}`,
    output.trimEnd(),
    "",
  ].join("\n");
}

async function record(path: string): Promise<void> {
  const folder = join(dirname(path), "recorded");
  const name = basename(path);
  const version = await python(["--version"], dirname(path));
  const output = await python([name], dirname(path));
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(
    join(folder, name.replace(/\.py$/, ".txt")),
    transcript(name, version, output),
  );
  console.log(`recorded ${name} with ${version.trimEnd()}`);
}

async function python(args: string[], cwd: string): Promise<string> {
  const command = new Deno.Command("python3", { args, cwd });
  const { success, stdout, stderr } = await command.output();
  const [printed, complaints] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  if (success) return printed!;
  throw new UsageError(`python3 ${args.join(" ")} failed:\n${complaints}`);
}

if (import.meta.main) {
  await runCommand(async () => {
    const [name] = Deno.args;
    if (name === undefined) {
      throw new UsageError("Name a chapter, such as 2.4");
    }
    const chapters = await findChapters(dirname(import.meta.dirname!));
    const { path } = chapterNamed(chapters, name);
    for (const { name } of Deno.readDirSync(path)) {
      if (name.endsWith(".py")) await record(join(path, name));
    }
    return 0;
  });
}
