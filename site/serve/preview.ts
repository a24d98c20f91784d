/**
 * `deno task start` as one thing: builds the book, serves it, builds it again
 * when something changes, and tells the open pages.
 *
 * @module
 */

import type { BuildReport } from "../build.ts";
import { type BuilderOptions, BuilderProcess } from "../builder_process.ts";
import { bundle } from "../after/scripts.ts";
import { type Changes, watchBook } from "./changes.ts";
import { serveSite } from "./handler.ts";
import { NewsDesk } from "./news.ts";

/** What a preview is made with. */
export interface PreviewOptions
  extends
    Pick<BuilderOptions, "builder" | "dependencies" | "localDependencies"> {
  /** The port to try first; when it is taken, the next ones are tried. */
  readonly port: number;
  /** Ends the preview. */
  readonly signal: AbortSignal;
  /** Is told, in order, what happens. */
  readonly tell: (event: PreviewEvent) => void;
}

/** What happens in a preview. */
export type PreviewEvent =
  | { readonly kind: "port-taken"; readonly port: number }
  | { readonly kind: "listening"; readonly address: string }
  | {
    readonly kind: "built";
    readonly report: BuildReport;
    readonly because: readonly string[];
  };

/** How many ports are tried before it is given up. */
const PORTS_TRIED = 100;

/**
 * Builds and serves the book until the signal aborts.
 *
 * @param options builder, port, signal
 * @throws {Deno.errors.AddrInUse} when no port is free
 */
export async function preview(options: PreviewOptions): Promise<void> {
  const { signal, tell } = options;
  const server = listen(options);
  const { port } = server;
  const address = `http://localhost:${port}/`;
  const output = `.loopbook/preview-${port}`;
  tell({ kind: "listening", address });

  const news = new NewsDesk();
  const firstBuild = Promise.withResolvers<void>();
  let failure: string | undefined;
  server.handle = serveSite({
    root: `${Deno.cwd()}/${output}`,
    news,
    script: () => bundle("../serve/live.ts", "esm", false),
    firstBuild: firstBuild.promise,
    failure: () => failure,
  });

  const start = () => new BuilderProcess({ ...options, output, address });
  let builder = start();
  const build = async ({ files, builderChanged }: Changes) => {
    if (builderChanged) {
      await builder[Symbol.asyncDispose]();
      builder = start();
    }
    const report = await builder.build();
    if (signal.aborted) return;
    failure = report.ok ? undefined : report.error;
    firstBuild.resolve();
    tell({ kind: "built", report, because: files });
    news.tell(
      report.ok
        ? { kind: "changed", files: report.changed }
        : { kind: "failed", error: report.error },
    );
  };
  // A build is not waited for when the preview ends: its process is ended.
  const end = () => void builder[Symbol.asyncDispose]();
  signal.addEventListener("abort", end);
  try {
    const changes = watchBook(signal);
    await build({ files: [], builderChanged: false });
    for await (const change of changes) await build(change);
  } finally {
    signal.removeEventListener("abort", end);
    firstBuild.resolve();
    news.close();
    await builder[Symbol.asyncDispose]();
    await server.shutdown();
    await Deno.remove(output, { recursive: true }).catch(() => {});
  }
}

/** A server that waits for its handler. */
interface Listening {
  readonly port: number;
  handle: (request: Request) => Promise<Response>;
  shutdown(): Promise<void>;
}

function listen({ port, tell, signal }: PreviewOptions): Listening {
  const listening = {
    port,
    handle: () => Promise.resolve(new Response(null, { status: 503 })),
    shutdown: () => Promise.resolve(),
  };
  for (;; listening.port++) {
    try {
      const server = Deno.serve({
        port: listening.port,
        hostname: "127.0.0.1",
        onListen() {},
      }, (request) => (listening as Listening).handle(request));
      listening.shutdown = () => server.shutdown();
      return listening;
    } catch (error) {
      const taken = error instanceof Deno.errors.AddrInUse;
      const last = listening.port >= port + PORTS_TRIED;
      if (!taken || last || signal.aborted) throw error;
      tell({ kind: "port-taken", port: listening.port });
    }
  }
}
