/**
 * The book's site, built by whatever builds it here and served on this machine
 * as its host would: under the path it is published at, with its error page for
 * whatever is not there.
 *
 * @module
 */

import { siteAddress } from "../../../site/book.ts";
import { BuilderProcess } from "../../../site/builder_process.ts";
import { findFile } from "../../../site/serve/files.ts";
import { chooseBuilder } from "../../../tools/site.ts";
import { walk } from "./walk.ts";

const OUTPUT = ".loopbook/tested-site";

/** A site that is served. */
export interface ServedSite extends AsyncDisposable {
  /** Its address, which ends with a slash. */
  readonly address: string;
  /** Its pages' addresses from there: `""`, `404.html`, `2.1-task/`. */
  readonly pages: readonly string[];
}

/**
 * Builds the site, and serves it.
 *
 * @returns the site
 * @throws {Error} when it cannot be built
 */
export async function serveBuiltSite(): Promise<ServedSite> {
  const { label, ...chosen } = await chooseBuilder(undefined, undefined);
  await using builder = new BuilderProcess({ ...chosen, output: OUTPUT });
  const report = await builder.build();
  if (!report.ok) {
    throw new Error(`${label}, could not build the site:\n${report.error}`);
  }
  const files = await walk(OUTPUT);
  return {
    ...serveFolder(OUTPUT),
    pages: files.filter((file) => file.endsWith(".html"))
      .map((file) => file.replace(/(^|\/)index\.html$/, "$1")),
  };
}

function serveFolder(root: string): Omit<ServedSite, "pages"> {
  const base = siteAddress().pathname;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { pathname } = new URL(request.url);
      const path = pathname.startsWith(base)
        ? pathname.slice(base.length - 1)
        : "/404.html";
      const found = await findFile(root, path);
      if (found.kind === "file") return answer(200, found);
      const missing = await findFile(root, "/404.html");
      return missing.kind === "file"
        ? answer(404, missing)
        : new Response("Not found\n", { status: 404 });
    },
  );
  return {
    address: `http://127.0.0.1:${server.addr.port}${base}`,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
    },
  };
}

function answer(
  status: number,
  { body, type }: { body: Uint8Array; type: string },
): Response {
  return new Response(body as Uint8Array<ArrayBuffer>, {
    status,
    headers: { "content-type": type, "x-content-type-options": "nosniff" },
  });
}
