/**
 * What one block should show: lines of a file, what a program prints, or the
 * timeline of its run.
 *
 * @module
 */

import { Trace, type TraceEvent } from "../../mod.ts";
import { findChapters } from "../chapters.ts";
import type { Place } from "../reference.ts";
import { claimsIn, claimsOf, verdictsOf } from "./claims.ts";
import { excerpt } from "./excerpt.ts";
import { readProjectFile } from "./files.ts";
import {
  checkLanguage,
  type ClaimsRequest,
  type CodeRequest,
  type OutputRequest,
  type Request,
  type TableRequest,
  type TimelineRequest,
} from "./info_string.ts";
import type { Fence } from "./markdown.ts";
import { withPlaceholders } from "./placeholders.ts";
import { messageOf } from "./problem.ts";
import type { Run, Runs } from "./runs.ts";
import { tableOf } from "./tables.ts";
import { traceFile, traceText } from "./trace_files.ts";

/** A block that asks for something. */
export interface Block {
  readonly fence: Fence;
  readonly request: Request;
}

/** What a block should show, and the trace that goes with it. */
export interface Woven {
  readonly lines: readonly string[];
  readonly trace?: readonly [path: string, text: string];
}

/** Columns of a timeline in the book. */
const WIDTH = 78;

/** Weaves the blocks of one page. */
export class Loom {
  readonly #root: string;
  readonly #place: Place;
  readonly #runs: Runs;

  constructor({ root, place, runs }: {
    readonly root: string;
    readonly place: Place;
    readonly runs: Runs;
  }) {
    this.#root = root;
    this.#place = place;
    this.#runs = runs;
  }

  /**
   * Finds out what a block should show.
   *
   * @param block the block
   * @returns its lines
   * @throws {Error} when it can't be shown; the message says why and what to do
   */
  async weave({ fence, request }: Block): Promise<Woven> {
    if (request.kind === "table") return await this.#table(request);
    if (request.kind === "claims") return await this.#claims(request);
    const woven = request.kind === "code"
      ? await this.#code(request)
      : request.kind === "output"
      ? await this.#output(request, fence)
      : await this.#timeline(request, fence);
    const closing = new RegExp(`^ {0,3}${fence.ticks}+\\s*$`);
    if (woven.lines.some((line) => closing.test(line))) {
      throw new Error(
        `The text has a line ${fence.ticks}, which would end the block; open and close the block with more ticks`,
      );
    }
    return woven;
  }

  async #code(request: CodeRequest): Promise<Woven> {
    const { text } = await this.#read(request.file);
    checkLanguage(request);
    return { lines: excerpt(text, request.file, request) };
  }

  async #table({ file, part }: TableRequest): Promise<Woven> {
    const { text } = await this.#read(file);
    return { lines: tableOf(text, file, part) };
  }

  async #claims({ file, part }: ClaimsRequest): Promise<Woven> {
    const { text } = await this.#read(file);
    const claims = claimsIn(text, file);
    if (part === "verdicts") return { lines: verdictsOf(claims) };
    const chapters = await findChapters(this.#root);
    return { lines: await claimsOf(claims, chapters, this.#place.path) };
  }

  async #output(request: OutputRequest, fence: Fence): Promise<Woven> {
    const lines = await this.#steady(
      request.module,
      (run) => outputOf(run, request, fence),
      (lines) => lines.join("\n") === fence.text,
    );
    return { lines };
  }

  async #timeline({ module }: TimelineRequest, fence: Fence): Promise<Woven> {
    const file = traceFile(this.#place, module);
    const stored = await Deno.readTextFile(file).catch(() => undefined);
    const [lines, trace] = await this.#steady(module, (run) => {
      const events = loopOf(run, module);
      const text = Trace.fromEvents(events).toTimeline({ width: WIDTH });
      return [text.split("\n"), traceText(module, events)] as const;
    }, ([lines, trace]) => lines.join("\n") === fence.text && trace === stored);
    return { lines, trace: [file, trace] };
  }

  /**
   * What is read from a run, if it is the same in every run. That the book has
   * it already shows as much; else the program is run a second time.
   */
  async #steady<T>(
    module: string,
    read: (run: Run) => T,
    isKnown: (found: T) => boolean,
  ): Promise<T> {
    const { path } = await this.#read(module);
    try {
      const found = read(await this.#runs.first(path));
      if (isKnown(found)) return found;
      const again = read(await this.#runs.second(path));
      const [one, other] = [found, again].map((value) => JSON.stringify(value));
      if (one === other) return found;
      throw new Error(
        `does not print the same twice (${
          difference(found, again)
        }); make it depend on virtual time only, or name what varies: vary-port="localhost:(\\d+)"`,
      );
    } catch (error) {
      throw new Error(`${module} ${messageOf(error)}`);
    }
  }

  #read(name: string): Promise<{ path: string; text: string }> {
    return readProjectFile(this.#root, this.#place.path, name);
  }
}

function outputOf(run: Run, request: OutputRequest, fence: Fence): string[] {
  const { error, output } = run;
  const { throws, placeholders } = request;
  if (throws === undefined && error !== null) {
    throw new Error(
      `failed with ${error.name}: ${error.message}; if that is what the block is to show, write throws=${error.name}`,
    );
  }
  if (throws !== undefined && error?.name !== throws) {
    throw new Error(
      error === null
        ? `ended well, though throws=${throws} says that it fails; take throws= away`
        : `failed with ${error.name}: ${error.message}, not with ${throws}`,
    );
  }
  const shown = error === null
    ? output
    : [...output, ...`Uncaught ${error.name}: ${error.message}`.split("\n")];
  if (shown.length === 0) {
    throw new Error("printed nothing; there is nothing to show");
  }
  return withPlaceholders(shown, placeholders, fence.prose);
}

function loopOf(run: Run, module: string): readonly TraceEvent[] {
  const [loop, ...others] = run.loops;
  if (loop === undefined) {
    throw new Error(
      `ran no loop of the library, so it has no timeline; show what it prints with \`\`\`text run=${module}`,
    );
  }
  if (others.length > 0) {
    throw new Error(
      `ran ${run.loops.length} loops and a timeline shows one; give each a module of its own`,
    );
  }
  return loop;
}

/** The first place where two runs differ. */
function difference(one: unknown, other: unknown): string {
  const [a, b] = [one, other].map((value) =>
    [value].flat(Infinity).join("\n").split("\n")
  );
  const line = a!.findIndex((text, index) => text !== b![index]);
  return `first "${a![line] ?? ""}", then "${b![line] ?? ""}"`;
}
