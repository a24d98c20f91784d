/**
 * What went wrong while pages were rendered. A builder may log such an error
 * and go on without the page; the checks after the build say what it was.
 *
 * @module
 */

import { projectPath } from "../addresses.ts";

const failures = new Map<string, string>();

/**
 * Renders one page, and keeps in mind why when that fails.
 *
 * @param path the page's source
 * @param render makes the page
 * @returns what `render` returns
 * @throws whatever `render` throws
 */
export function noteFailure<T>(path: string, render: () => T): T {
  const source = projectPath(path);
  try {
    failures.delete(source);
    return render();
  } catch (error) {
    failures.set(
      source,
      error instanceof Error ? error.message : String(error),
    );
    throw error;
  }
}

/**
 * Hands over what failed since the last call, and forgets it.
 *
 * @returns why each page failed, by its source from the project's root
 */
export function takeFailures(): Map<string, string> {
  const taken = new Map(failures);
  failures.clear();
  return taken;
}
