/**
 * What stands in a test whose deciding assertion is turned around: it passes
 * where the assertion fails, and fails where the assertion holds.
 *
 * @module
 */

/** How the error of a turned assertion begins. */
export const TURNED = "Turned around, the deciding assertion fails";

// deno-lint-ignore no-explicit-any
type Assertion = (...args: any[]) => unknown;

/**
 * Turns an assertion around.
 *
 * @param place where it stands, for the error: `3-…/left_behind_test.ts:13`
 * @param assertion the function that asserts
 * @returns a function that fails when `assertion` holds; when `assertion` gives
 * a promise, so does this
 */
export function turned(place: string, assertion: Assertion): Assertion {
  const fail = (): never => {
    throw new Error(`${TURNED} [${place}]`);
  };
  return (...args) => {
    let outcome: unknown;
    try {
      outcome = assertion(...args);
    } catch {
      return;
    }
    return outcome instanceof Promise ? outcome.then(fail, () => {}) : fail();
  };
}

/**
 * What `import.meta` is in a file, for a copy of it that lies elsewhere.
 *
 * @param url the address of the file
 */
export function metaOf(url: string): Partial<ImportMeta> {
  const path = (relative: string) => {
    const { pathname } = new URL(relative, url);
    return decodeURIComponent(
      Deno.build.os === "windows" ? pathname.slice(1) : pathname,
    );
  };
  return {
    url,
    filename: path(url),
    dirname: path(".").replace(/\/$/, ""),
    main: false,
    resolve: (specifier) =>
      /^\.{0,2}\//.test(specifier)
        ? new URL(specifier, url).href
        : import.meta.resolve(specifier),
  };
}
