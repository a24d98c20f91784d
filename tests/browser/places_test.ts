import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  browserPlaces,
  chooseBrowser,
  PACKED_BROWSER,
  type Surroundings,
} from "./places.ts";

const BARE: Surroundings = {
  os: "linux",
  arch: "x86_64",
  chosen: undefined,
  exists: () => false,
};

Deno.test("a browser named by hand is taken before one that is installed", () => {
  const choice = chooseBrowser({
    ...BARE,
    chosen: "/opt/mine/chrome",
    exists: () => true,
  });
  assertEquals(choice, { kind: "installed", path: "/opt/mine/chrome" });
});

Deno.test("a browser named by hand that is not there is an error", () => {
  assertThrows(
    () => chooseBrowser({ ...BARE, chosen: "/opt/mine/chrome" }),
    Error,
    'CHROME_PATH is "/opt/mine/chrome", where nothing is',
  );
});

Deno.test("a browser that is installed is taken before the one from npm", () => {
  const choice = chooseBrowser({
    ...BARE,
    exists: (path) => path === "/usr/bin/chromium",
  });
  assertEquals(choice, { kind: "installed", path: "/usr/bin/chromium" });
});

Deno.test("a Linux without a browser takes the one from npm", () => {
  assertEquals(chooseBrowser(BARE), { kind: "packed" });
});

Deno.test("a Linux for which npm has no browser fails, and is not skipped", () => {
  assertThrows(
    () => chooseBrowser({ ...BARE, arch: "aarch64" }),
    Error,
    "the one from npm is for x86_64, not aarch64; install Chrome or Chromium",
  );
});

Deno.test("another system without a browser says what to install", () => {
  const choice = chooseBrowser({ ...BARE, os: "darwin", arch: "aarch64" });
  assertEquals(choice.kind, "none");
  assertStringIncludes(
    choice.kind === "none" ? choice.reason : "",
    "install Chrome or Chromium, or name it in CHROME_PATH",
  );
});

Deno.test("every browser that may be chosen may be started", () => {
  const chosen = "/opt/mine/chrome";
  for (const os of ["linux", "darwin", "windows"] as const) {
    const allowed = browserPlaces(chosen, os);
    const tried: string[] = [];
    chooseBrowser({
      ...BARE,
      os,
      exists(path) {
        tried.push(path);
        return false;
      },
    });
    assertEquals(tried.filter((path) => !allowed.includes(path)), []);
    assertEquals(
      [chosen, PACKED_BROWSER].every((p) => allowed.includes(p)),
      true,
    );
  }
});
