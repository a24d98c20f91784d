/**
 * Where a browser may be. The list is short and fixed, so that the tests can be
 * allowed to start these programs and no others.
 *
 * @module
 */

import { fileURLToPath } from "node:url";

/** The variable that names the browser by hand. */
export const OVERRIDE = "CHROME_PATH";

/** The version of `npm:@sparticuz/chromium` that is taken without a browser. */
export const PACKED_VERSION = "153.0.0";

/** Where that one is unpacked to. */
export const PACKED_FOLDER = fileURLToPath(
  import.meta.resolve(`../../.loopbook/chromium-${PACKED_VERSION}`),
);

/** The program in that folder that starts it. */
export const PACKED_BROWSER = `${PACKED_FOLDER}/start`;

const INSTALLED: Readonly<Partial<Record<typeof Deno.build.os, string[]>>> = {
  linux: [
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/local/bin/chrome",
    "/usr/local/bin/chromium",
    "/opt/google/chrome/chrome",
  ],
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) =>
    `/Applications/${name}.app/Contents/MacOS/${name}`
  ),
  windows: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** What there is to choose from. */
export interface Surroundings {
  /** The operating system. */
  readonly os: typeof Deno.build.os;
  /** The processor. */
  readonly arch: typeof Deno.build.arch;
  /** What `CHROME_PATH` says. */
  readonly chosen: string | undefined;
  /** Whether a program is there. */
  readonly exists: (path: string) => boolean;
}

/** The browser to take, or why there is none. */
export type Choice =
  | { readonly kind: "installed"; readonly path: string }
  | { readonly kind: "packed" }
  | { readonly kind: "none"; readonly reason: string };

/**
 * Every program that {@linkcode chooseBrowser} may choose, for the permission to
 * start it.
 *
 * @param chosen what `CHROME_PATH` says
 * @param os the operating system
 * @returns full paths, most of which lead to nothing
 */
export function browserPlaces(
  chosen: string | undefined = Deno.env.get(OVERRIDE),
  os: typeof Deno.build.os = Deno.build.os,
): string[] {
  return [
    ...(chosen ? [chosen] : []),
    ...INSTALLED[os] ?? [],
    PACKED_BROWSER,
  ];
}

/**
 * Chooses a browser: the one named by hand, else one that is installed, else,
 * on Linux, the one from npm.
 *
 * @param surroundings what there is to choose from
 * @returns the choice
 * @throws {Error} when the browser named by hand is not there, and on Linux when
 * there is none: no Linux goes without these tests
 */
export function chooseBrowser(
  { os, arch, chosen, exists }: Surroundings = here(),
): Choice {
  if (chosen) {
    if (exists(chosen)) return { kind: "installed", path: chosen };
    throw new Error(
      `${OVERRIDE} is "${chosen}", where nothing is; give the full path of Chrome or Chromium, or leave it unset`,
    );
  }
  const path = INSTALLED[os]?.find(exists);
  if (path !== undefined) return { kind: "installed", path };
  if (os === "linux" && arch === "x86_64") return { kind: "packed" };
  const fix = `install Chrome or Chromium, or name it in ${OVERRIDE}`;
  if (os === "linux") {
    throw new Error(
      `No browser is installed, and the one from npm is for x86_64, not ${arch}; ${fix}`,
    );
  }
  return {
    kind: "none",
    reason:
      `no browser is installed, and the one from npm is for Linux; ${fix}`,
  };
}

function here(): Surroundings {
  return {
    os: Deno.build.os,
    arch: Deno.build.arch,
    chosen: Deno.env.get(OVERRIDE),
    exists(path) {
      try {
        return Deno.statSync(path).isFile;
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return false;
        throw error;
      }
    },
  };
}
