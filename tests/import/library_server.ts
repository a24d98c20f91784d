/**
 * Serves the library's source as a code host would: `mod.ts` and what is under
 * `src/`, and nothing else of the project.
 *
 * @module
 */

import { findFile } from "../../site/serve/files.ts";

/** The project's root. */
export const PROJECT = `${import.meta.dirname}/../..`;

/** A running server. */
export interface LibraryServer extends AsyncDisposable {
  /** The address of `mod.ts`. */
  readonly library: string;
  /** Its host and port, for the permission to import from it. */
  readonly host: string;
  /** The paths that were asked for and not found. */
  readonly missed: readonly string[];
}

/** Starts to serve. */
export function serveLibrary(): LibraryServer {
  const missed: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { pathname } = new URL(request.url);
      const isLibrary = /^\/(mod\.ts$|src\/)/.test(pathname);
      const found = isLibrary ? await findFile(PROJECT, pathname) : undefined;
      if (found?.kind !== "file") {
        missed.push(pathname);
        return new Response("Not found\n", { status: 404 });
      }
      return new Response(found.body as Uint8Array<ArrayBuffer>, {
        headers: { "content-type": "application/typescript; charset=utf-8" },
      });
    },
  );
  const host = `127.0.0.1:${server.addr.port}`;
  return {
    library: `http://${host}/mod.ts`,
    host,
    missed,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
    },
  };
}
