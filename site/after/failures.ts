/**
 * What went wrong while pages were rendered. A builder may log such an error
 * and go on without the page; the checks after the build say what it was.
 *
 * @module
 */

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
  try {
    failures.delete(path);
    return render();
  } catch (error) {
    failures.set(path, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Hands over what failed since the last call, and forgets it. */
export function takeFailures(): string[] {
  const messages = [...failures.values()];
  failures.clear();
  return messages;
}
