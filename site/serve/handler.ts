/**
 * Answers the requests of `deno task start`: the built pages with a script for
 * live reload, and a plain word where there is nothing to show.
 *
 * @module
 */

import { escapeHtml } from "../code/escape.ts";
import { findFile } from "./files.ts";
import type { NewsDesk } from "./news.ts";

/** Where the pages hear news, and where their script is. */
const NEWS = "/@live";
const SCRIPT = "/@live.js";

/** What the handler serves. */
export interface Served {
  /** The folder of the last good build. */
  readonly root: string;
  /** Who tells the pages of changes. */
  readonly news: NewsDesk;
  /** The script for live reload. */
  readonly script: () => Promise<Uint8Array>;
  /** Settles when the first build has ended, well or not. */
  readonly firstBuild: Promise<void>;
  /** Why the last build failed; `undefined` when it did not. */
  readonly failure: () => string | undefined;
}

/**
 * Makes a handler for `Deno.serve`.
 *
 * @param served what it serves
 * @returns the handler
 */
export function serveSite(
  { root, news, script, firstBuild, failure }: Served,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return answer(405, "text/plain", "Only GET and HEAD are served here\n");
    }
    const { pathname, search } = new URL(request.url);
    if (pathname === NEWS) return news.listen();
    if (pathname === SCRIPT) {
      return answer(200, "text/javascript; charset=utf-8", await script());
    }

    await firstBuild;
    const found = await findFile(root, pathname);
    if (found.kind === "folder") {
      return new Response(null, {
        status: 308,
        headers: { location: `${pathname}/${search}` },
      });
    }
    if (found.kind === "file") {
      const body = found.type.startsWith("text/html")
        ? withScript(new TextDecoder().decode(found.body))
        : found.body;
      return answer(200, found.type, body);
    }
    const missing = await findFile(root, "/404.html");
    return missing.kind === "file"
      ? answer(
        404,
        missing.type,
        withScript(new TextDecoder().decode(missing.body)),
      )
      : answer(500, "text/html; charset=utf-8", failurePage(failure()));
  };
}

function answer(
  status: number,
  type: string,
  body: string | Uint8Array,
): Response {
  return new Response(body as BodyInit, {
    status,
    headers: {
      "content-type": type,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function withScript(html: string): string {
  return html.replace(
    "</head>",
    `<script src="${SCRIPT}" type="module"></script>\n</head>`,
  );
}

/** For a site that was never built: there is no last good page. */
function failurePage(error = "There is no built page yet"): string {
  return withScript(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The book could not be built</title>
</head>
<body style="margin:10vh auto;max-width:60rem;padding:0 1.25rem;font:1.125rem/1.5 system-ui,sans-serif;color-scheme:light dark">
<h1>The book could not be built</h1>
<pre style="white-space:pre-wrap;font:1rem/1.5 ui-monospace,monospace">${
    escapeHtml(error)
  }</pre>
<p>This page reloads by itself when the fault is mended.</p>
</body>
</html>
`);
}
