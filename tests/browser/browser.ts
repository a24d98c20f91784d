/**
 * A headless Chrome or Chromium for the tests: the one that is installed, else,
 * on Linux, the one that npm brings.
 *
 * @module
 */

import type { Browser, BrowserType } from "npm:playwright-core@1.65.1";
import { denoArguments } from "../../tools/dependencies.ts";
import { fontVariables } from "./fonts.ts";
import { chooseBrowser, PACKED_BROWSER, PACKED_FOLDER } from "./places.ts";
import { runUnpacker, unpackOnce } from "./unpacking.ts";

export type { Browser };

/**
 * Opens a browser. It reaches this machine and nothing else: a page that asks
 * for another host gets no answer, whatever the network would say.
 *
 * @returns the browser; close it
 * @throws {Error} when there is none, with the reason
 */
export async function openBrowser(): Promise<Browser> {
  const choice = chooseBrowser();
  if (choice.kind === "none") throw new Error(`Cannot open: ${choice.reason}`);
  if (choice.kind === "packed") await unpackBrowser();
  const chromium = await loadPlaywright();
  return await chromium.launch({
    executablePath: choice.kind === "packed" ? PACKED_BROWSER : choice.path,
    args: [
      // Containers often have but 64 MB of shared memory.
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
    env: { ...Deno.env.toObject(), ...await fontVariables() },
  });
}

async function unpackBrowser(): Promise<void> {
  await unpackOnce(PACKED_FOLDER, async (draft) => {
    await runUnpacker(draft, [
      ...denoArguments("npm"),
      "--allow-env",
      // The package asks for the umask, which only the whole of "sys" gives.
      "--allow-sys",
      import.meta.resolve("./unpack_chromium.ts"),
    ]);
  });
}

/**
 * Loads Playwright. As it loads it looks for signs of Windows in /proc, which
 * Deno shows only to those who may do everything; this variable is how it is
 * told not to.
 */
async function loadPlaywright(): Promise<BrowserType> {
  const variable = "__IS_WSL_TEST__";
  Deno.env.set(variable, "1");
  try {
    const { chromium } = await import("npm:playwright-core@1.65.1");
    return chromium;
  } finally {
    Deno.env.delete(variable);
  }
}
