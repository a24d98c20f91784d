/**
 * Where in the caller's code something was made.
 *
 * @module
 */

/**
 * The place in the code under test that has called the kit.
 *
 * @returns `file:///…/bank_test.ts:12:20`, `null` where the host can't say
 */
export function origin(): string | null {
  const { stack = "" } = new Error();
  for (const line of stack.split("\n")) {
    // V8 writes "at name (url:1:2)", others "name@url:1:2".
    const [, frame] = /([^\s()]+:\d+:\d+)\)?$/.exec(line) ?? [];
    const place = frame?.replace(/^[^@/]*@/, "");
    if (place !== undefined && !isOurs(place)) return place;
  }
  return null;
}

/** Whether a place in the source is this library's. */
export function isOurs(place: string): boolean {
  return place.startsWith(LIBRARY);
}

/** Where the library's own files are; its bundle is one file. */
const LIBRARY = import.meta.url.includes("/src/testing/")
  ? new URL("..", import.meta.url).href
  : import.meta.url;
