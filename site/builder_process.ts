/**
 * A builder in a process of its own, with the permissions and the dependencies
 * that building needs and no more. It can be started afresh when the builder's
 * own code has changed, and when it breaks, the one who asked does not.
 *
 * @module
 */

import type { BuilderName } from "./builders.ts";
import type { BuildReport } from "./build.ts";

/** What a builder is to do. */
export interface BuilderOptions {
  /** Who builds. */
  readonly builder: BuilderName;
  /** Where the site goes, from the project's root. */
  readonly output: string;
  /** The address the site is to call its own; the published one by default. */
  readonly address?: string;
  /** The flags with which Deno finds the dependencies. */
  readonly dependencies: readonly string[];
  /** Whether they may lie on this disk, outside of the project. */
  readonly localDependencies?: boolean;
  /** The project's root; the working folder by default. */
  readonly root?: string;
}

/** A running builder. */
export class BuilderProcess implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #requests: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reports: AsyncIterator<string>;
  #started = false;

  /**
   * Starts a builder; it builds at once.
   *
   * @param options what it is to do
   */
  constructor(options: BuilderOptions) {
    this.#child = spawn(options);
    this.#requests = this.#child.stdin.getWriter();
    this.#reports = lines(this.#child.stdout);
  }

  /**
   * Builds the site. The first call gives the report of the build that started
   * with the process.
   *
   * @returns how it went
   */
  async build(): Promise<BuildReport> {
    try {
      if (this.#started) await this.#requests.write(REQUEST);
      this.#started = true;
      const { done, value } = await this.#reports.next();
      if (!done) return JSON.parse(value);
    } catch {
      // It is gone: its exit code says more than a broken pipe.
    }
    const { code, signal } = await this.#child.status;
    return {
      ok: false,
      error: `The builder ended by itself (${
        signal ?? `exit code ${code}`
      }); what it printed stands above`,
    };
  }

  /** Ends the process. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#child.kill();
    } catch {
      // It ended by itself.
    }
    await this.#child.status;
    await this.#requests.abort().catch(() => {});
    await this.#reports.return?.();
  }
}

const REQUEST = new TextEncoder().encode("build\n");

function spawn(options: BuilderOptions): Deno.ChildProcess {
  const root = options.root ?? Deno.cwd();
  const project = `${import.meta.dirname}/..`;
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--unstable-bundle",
      "--unstable-raw-imports",
      options.localDependencies
        ? "--allow-read"
        : `--allow-read=${root},${project}`,
      `--allow-write=${root}/.loopbook,${root}/${options.output}`,
      "--allow-env",
      ...options.dependencies,
      `${project}/site/build.ts`,
      `--builder=${options.builder}`,
      `--output=${options.output}`,
      "--follow",
    ],
    cwd: root,
    env: options.address ? { LOOPBOOK_ADDRESS: options.address } : {},
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

async function* lines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
}
