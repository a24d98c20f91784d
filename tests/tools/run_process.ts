/**
 * `deno task run` in a process of its own, for a book of a test.
 *
 * @module
 */

import { join } from "node:path";
import { type Book, PROJECT } from "../weave/book.ts";

/** What a command left. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

/**
 * Runs the command as `deno task run` does.
 *
 * @param book the book it is to run a program of
 * @param args what stands behind `deno task run`
 * @returns what it left
 */
export async function run(book: Book, ...args: string[]): Promise<Ended> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      `--allow-read=${PROJECT}`,
      `--allow-write=${book.root}`,
      `--allow-run=${Deno.execPath()},python3`,
      "--allow-env=LOOPBOOK_DEPS",
      join(import.meta.dirname!, "run_book.ts"),
      book.root,
      ...args,
    ],
    // Nothing is found by its name: no python3, whatever the machine has.
    env: { NO_COLOR: "1", PATH: "" },
  }).output();
  const [out, complaints] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  return { code, out: out!, complaints: complaints! };
}
