/**
 * Watches what the book is made of, and tells which way a change goes.
 *
 * @module
 */

import { relative } from "node:path";

/** Changes that came together. */
export interface Changes {
  /** The files, from the project's root. */
  readonly files: readonly string[];
  /** Whether the builder itself changed, and has to be started afresh. */
  readonly builderChanged: boolean;
}

/** What the pages are made of, from the project's root. */
const WATCHED = ["chapters", "site", "src", "mod.ts"];

/** Editors save in several steps; what comes within this time is one change. */
const QUIET_MILLISECONDS = 40;

/**
 * Watches the book, from this call on, until the signal aborts.
 *
 * @param signal ends it
 * @returns each group of changes that matters to the site
 */
export function watchBook(signal: AbortSignal): AsyncIterable<Changes> {
  const root = Deno.cwd();
  const watcher = Deno.watchFs(WATCHED);
  signal.addEventListener("abort", () => watcher.close(), { once: true });
  const pending = new Set<string>();
  let wake = () => {};
  const collecting = (async () => {
    for await (const event of watcher) {
      if (event.kind === "access") continue;
      for (const path of event.paths) {
        const file = relative(root, path).replaceAll("\\", "/");
        if (matters(file)) pending.add(file);
      }
      if (pending.size > 0) wake();
    }
  })();

  return (async function* () {
    while (!signal.aborted) {
      if (pending.size === 0) {
        const change = new Promise<void>((resolve) => wake = resolve);
        await Promise.race([change, collecting]);
        if (signal.aborted) return;
      }
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS));
      const files = [...pending].sort();
      pending.clear();
      yield { files, builderChanged: files.some(isBuilder) };
    }
  })();
}

/** Leaves out what editors and other commands write beside the files. */
function matters(file: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return /^[^.#][^~]*\.[a-z]+$/.test(name) &&
    !/\.(tmp|swp|new|orig)$/.test(name);
}

/** Code that the builder has loaded or bundled: the site's and the library's. */
function isBuilder(file: string): boolean {
  return file.endsWith(".ts") && !file.startsWith("chapters/") &&
    !file.startsWith("site/serve/");
}
