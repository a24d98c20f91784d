/**
 * The library in Node.
 *
 * @module
 */

import * as loopbook from "../../mod.ts";
import { assertEquals } from "@std/assert";
import { emptyFolder, runIn } from "./empty_folder.ts";
import { libraryBundle } from "./library_bundle.ts";
import { PROJECT } from "./library_server.ts";
import { findNode, type Version } from "./node.ts";
import { program, programModule } from "./program.ts";

await nodeTest(
  "the bundle imported into Node runs",
  [20, 0],
  async () => ({
    "loopbook.mjs": await libraryBundle(),
    "program.mjs": programModule("./loopbook.mjs"),
  }),
);

await nodeTest(
  "mod.ts imported into a Node that reads TypeScript runs",
  [22, 18],
  () => ({ "program.mjs": programModule(`${PROJECT}/mod.ts`) }),
);

/** Declares a test that runs `program.mjs` in Node. */
async function nodeTest(
  name: string,
  least: Version,
  files: () => Record<string, string> | Promise<Record<string, string>>,
): Promise<void> {
  const node = await findNode(least);
  if (node.kind === "none") {
    Deno.test.ignore(`${name} (skipped: ${node.reason})`, () => {});
    return;
  }
  Deno.test(name, async () => {
    await using folder = await emptyFolder(await files());
    const { code, stdout, stderr } = await runIn(
      folder.path,
      [await node.program(), "program.mjs"],
      { NODE_NO_WARNINGS: "1" },
    );
    assertEquals({ code, stderr }, { code: 0, stderr: "" });
    assertEquals(JSON.parse(stdout), await program(loopbook));
  });
}
