/**
 * p-memoize: a second call that comes while the first one is still loading
 * loads again.
 *
 * Version 6.0.1 has the bug, 7.0.0 the mend (sindresorhus/p-memoize#43, mended
 * by #48). Calls that come one after another are fine.
 *
 * @module
 */

import broken6 from "npm:p-memoize@6.0.1";
import mended7 from "npm:p-memoize@7.0.0";
import type { World } from "../../../mod.ts";

type Load = (key: string) => Promise<string>;

/** Two requests for the same page. */
async function program(
  { io, check }: World,
  memoize: (load: Load) => Load,
): Promise<void> {
  let loads = 0;
  const load = io((key: string) => {
    loads++;
    return Promise.resolve(`page ${key}`);
  }, { label: "load" });
  const page = memoize(load);

  async function request(name: string): Promise<void> {
    await io(name);
    await page("home");
  }

  await Promise.all([request("request 1"), request("request 2")]);
  check(loads === 1, `the page was loaded ${loads} times`);
}

/** With the version that has the bug. */
export function broken(world: World): Promise<void> {
  return program(world, broken6);
}

/** With the version that is mended. */
export function mended(world: World): Promise<void> {
  return program(world, mended7);
}
