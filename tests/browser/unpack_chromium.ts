/**
 * Unpacks Chromium from its npm package into the folder that `TMPDIR` names; a
 * process of its own, because the package knows no other way to be told where.
 *
 * On a bare system Chromium misses a few libraries. The package brings those of
 * one system, Amazon Linux, and unpacks them where it believes to be there. They
 * are used only where Chromium does not start without them.
 *
 * @module
 */

import process from "node:process";

// Read by the package as it loads.
process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs24.x";
const { default: chromium } = await import("npm:@sparticuz/chromium@153.0.0");

const START = `#!/bin/sh
here=$(dirname "$0")
if ! "$here/chromium" --version >/dev/null 2>&1; then
  export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
exec "$here/chromium" "$@"
`;

if (import.meta.main) {
  const folder = process.env["TMPDIR"];
  if (!folder) {
    throw new Error("TMPDIR is unset; it must name the folder to unpack into");
  }
  await chromium.executablePath();
  await Deno.writeTextFile(`${folder}/start`, START, { mode: 0o755 });
}
