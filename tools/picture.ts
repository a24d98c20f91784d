/**
 * Pictures of a run: for the terminal, and for a file.
 *
 * @module
 */

import { dirname, extname, resolve } from "node:path";
import type { Trace } from "../mod.ts";
import { isColored } from "./colored.ts";
import { UsageError } from "./usage_error.ts";

/** A timeline can't be narrower than this. */
const NARROWEST = 24;

/**
 * Draws a run for the terminal: as wide as it is, in color if it has any, in
 * the characters it can show.
 *
 * @param trace the run
 * @param ascii whether to use ASCII whatever the terminal can show
 * @param width how many columns it may take
 * @returns lines of text; in a terminal too narrow for any, what is missing
 */
export function timelineFor(
  trace: Trace,
  ascii: boolean,
  width: number = terminalWidth(),
): string {
  if (width < NARROWEST) return `no timeline:\nit takes ${NARROWEST} columns`;
  return trace.toTimeline({
    width,
    color: isColored(),
    ascii: asciiOnly(ascii),
  });
}

/** The columns of the terminal; 80 where there is none, or it doesn't know. */
export function terminalWidth(): number {
  return Deno.stdout.isTerminal() ? Deno.consoleSize().columns || 80 : 80;
}

/** Whether to keep to ASCII: it was asked for, or the terminal has no more. */
export function asciiOnly(asked: boolean): boolean {
  return asked || (Deno.stdout.isTerminal() && !showsUnicode());
}

/** Whether the terminal says that it can show more than ASCII. */
function showsUnicode(): boolean {
  if (["dumb", "linux"].includes(Deno.env.get("TERM") ?? "")) return false;
  const locale = ["LC_ALL", "LC_CTYPE", "LANG"]
    .map((name) => Deno.env.get(name)).find((value) => value);
  return locale === undefined || /utf-?8/i.test(locale);
}

/**
 * Checks that a picture can be stored, before its program runs.
 *
 * @param name the file as it was typed
 * @param from the folder its path starts from
 * @returns its path
 * @throws {UsageError} when it can't be stored, with the reason
 */
export async function pictureFile(name: string, from: string): Promise<string> {
  const kind = extname(name);
  if (kind !== ".svg" && kind !== ".json") {
    throw new UsageError(
      `--trace=${name} must end in .svg (a picture) or .json (for Perfetto)`,
    );
  }
  const path = resolve(from, name);
  await mayWrite(path, name);
  return path;
}

/** Finds out before the program runs whether its picture can be stored. */
async function mayWrite(path: string, name: string): Promise<void> {
  const { state } = await Deno.permissions.request({ name: "write", path });
  if (state !== "granted") {
    throw new UsageError(
      `--trace=${name} is outside the project, where this command may not write; name a file in the project`,
    );
  }
  const trial = draftOf(path);
  try {
    await Deno.writeTextFile(trial, "", { createNew: true });
    await Deno.remove(trial);
  } catch (error) {
    throw new UsageError(
      error instanceof Deno.errors.NotFound
        ? `--trace=${name} goes into ${
          dirname(path)
        }, which is no folder; make it first or name another`
        : `--trace=${name} can't be written (${messageOf(error)})`,
    );
  }
}

/**
 * Stores a picture of a run, whole or not at all.
 *
 * @param trace the run
 * @param file the path of the first loop's picture; it says what is drawn
 * @param index which of the program's loops this is
 * @returns the path that was written
 */
export async function writePicture(
  trace: Trace,
  file: string,
  index: number,
): Promise<string> {
  const path = index === 0 ? file : file.replace(/(\.\w+)$/, `-${index + 1}$1`);
  const text = path.endsWith(".svg")
    ? trace.toSvg()
    : JSON.stringify(trace.toChromeTrace());
  const draft = draftOf(path);
  try {
    await Deno.writeTextFile(draft, `${text}\n`);
    await Deno.rename(draft, path);
  } catch (error) {
    await Deno.remove(draft).catch(() => {});
    throw new UsageError(`${path} can't be written (${messageOf(error)})`);
  }
  return path;
}

function draftOf(path: string): string {
  return `${path}.part`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
